namespace ConnectOutbound.Engine.Input;

/// <summary>One row of the input: named cells of any .NET type. Knows no shell and no file.</summary>
public sealed class Row
{
    private readonly object?[] _cells;

    /// <summary>Creates a row.</summary>
    /// <param name="number">The place in the input, from 1.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="cells">One cell for each column: text, numbers, dictionaries, lists, or a <see cref="CellError"/>.</param>
    /// <param name="input">What the row was made of; it comes out again with the result.</param>
    /// <exception cref="ArgumentException">There are more or fewer cells than columns.</exception>
    public Row(long number, ColumnSet columns, object?[] cells, object? input = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Length != columns.Count)
            throw new ArgumentException($"{columns.Count} columns want as many cells; {cells.Length} were given.", nameof(cells));

        Number = number;
        Columns = columns;
        _cells = cells;
        Input = input;
    }

    /// <summary>The place in the input, from 1.</summary>
    public long Number { get; }

    /// <summary>The columns.</summary>
    public ColumnSet Columns { get; }

    /// <summary>What the row was made of.</summary>
    public object? Input { get; }

    /// <summary>Why the row as a whole cannot be read (it is null, say); null for an ordinary row.</summary>
    public string? Unreadable { get; private init; }

    /// <summary>The cell of a column.</summary>
    /// <param name="column">An index into <see cref="Columns"/>.</param>
    public object? this[int column] => _cells[column];

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
