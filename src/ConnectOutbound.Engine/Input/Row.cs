namespace ConnectOutbound.Engine.Input;

/// <summary>One row of the input: named cells of any .NET type. Knows no shell and no file.</summary>
/// <remarks>
/// A cell stays as the input gave it until something uses it; then it is converted once (see <see cref="CellConverter"/>), and a column that nothing uses
/// costs nothing. Text, which is all that a CSV file has, needs no conversion and no wrapper. Code in a cell (script properties, ToString() of a
/// PowerShell class) may run on the pipeline's thread only. Rows that hold such cells are mapped there, so all that mapping uses is converted in time.
/// What the journal keeps is written later and on other threads: the mapper calls <see cref="ConvertAll"/> for the rows of a named run, and the journal
/// then finds plain values.
/// </remarks>
public sealed class Row
{
    /// <summary>The most characters that the journal keeps of one row.</summary>
    internal const int MaxCharacters = 4_000_000;

    private const int MaxValues = 100_000;

    private readonly object?[] _cells;
    private readonly IShellValues? _shell;

    /// <summary>Creates a row.</summary>
    /// <param name="number">The place in the input, from 1.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="cells">One cell for each column, of any type; the row owns the array.</param>
    /// <param name="input">What the row was made of; it comes out again with the result.</param>
    /// <param name="shell">Knows the shell that the cells come from; null for values of .NET alone.</param>
    /// <exception cref="ArgumentException">There are more or fewer cells than columns.</exception>
    public Row(long number, ColumnSet columns, object?[] cells, object? input = null, IShellValues? shell = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Length != columns.Count)
            throw new ArgumentException($"{columns.Count} columns want as many cells; {cells.Length} were given.", nameof(cells));

        Number = number;
        Columns = columns;
        _cells = cells;
        Input = input;
        _shell = shell;
    }

    /// <summary>The place in the input, from 1.</summary>
    public long Number { get; }

    /// <summary>The columns.</summary>
    public ColumnSet Columns { get; }

    /// <summary>What the row was made of.</summary>
    public object? Input { get; }

    /// <summary>What an earlier command said of the row, if the input is its result; null if only columns can say it.</summary>
    public SavedResult? Saved { get; private init; }

    /// <summary>Why the row as a whole cannot be read (it is null, say); null for an ordinary row.</summary>
    public string? Unreadable { get; private init; }

    /// <summary>The cell of a column as a plain value: a scalar, text, a list, a dictionary, or a <see cref="CellError"/>.</summary>
    /// <param name="column">An index into <see cref="Columns"/>.</param>
    public object? this[int column]
    {
        get
        {
            object? cell = _cells[column];
            return cell is null or string ? cell : _cells[column] = CellConverter.Convert(cell, _shell);
        }
    }

    /// <summary>Makes a row of some of these cells and others, unconverted.</summary>
    /// <param name="columns">The new columns.</param>
    /// <param name="kept">For each of the first columns, its index in this row.</param>
    /// <param name="added">The cells of the columns after them.</param>
    /// <returns>A row of the same number and input.</returns>
    public Row With(ColumnSet columns, IEnumerable<int> kept, params object?[] added) =>
        new(Number, columns, [.. kept.Select(i => _cells[i]), .. added], Input, _shell) { Unreadable = Unreadable, Saved = Saved };

    /// <summary>Makes a row of the same cells that says what an earlier command said of it.</summary>
    /// <param name="saved">The result of the earlier command.</param>
    /// <returns>A row of the same number and input.</returns>
    public Row AsResultOf(SavedResult saved) => new(Number, Columns, _cells, Input, _shell) { Unreadable = Unreadable, Saved = saved };

    /// <summary>Converts the cells that nothing has used so far. Call it on the thread that the shell needs.</summary>
    internal void ConvertAll()
    {
        int values = MaxValues;
        int characters = MaxCharacters;
        for (int i = 0; i < _cells.Length; i++)
        {
            if (CellConverter.IsPlain(_cells[i]))
                continue;
            var converter = new CellConverter(_shell, values, characters);
            (int valuesBefore, int charactersBefore) = (converter.ValuesLeft, converter.CharactersLeft);
            _cells[i] = converter.Read(_cells[i]!);
            values = Math.Max(0, values - (valuesBefore - converter.ValuesLeft));
            characters = Math.Max(0, characters - (charactersBefore - converter.CharactersLeft));
        }
    }

    /// <summary>A row of names and values, for programs that have no file.</summary>
    /// <param name="number">The place in the input, from 1.</param>
    /// <param name="cells">Names and values.</param>
    /// <returns>The row.</returns>
    public static Row From(long number, IReadOnlyDictionary<string, object?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new Row(number, new ColumnSet(cells.Keys), [.. cells.Values], cells);
    }

    /// <summary>A row that comes out as Invalid, for input that is no row at all.</summary>
    /// <param name="number">The place in the input, from 1.</param>
    /// <param name="reason">A sentence that says what is wrong and what to do.</param>
    /// <param name="input">What was given.</param>
    /// <returns>The row.</returns>
    public static Row NotARow(long number, string reason, object? input) => new(number, ColumnSet.Empty, [], input) { Unreadable = reason };
}
