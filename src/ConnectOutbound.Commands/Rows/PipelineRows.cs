using System.Collections;
using System.Management.Automation;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Rows;

/// <summary>Turns what comes down the pipeline into rows, each with its number.</summary>
/// <param name="source">Says what emits the rows; asked once, and only where there are many.</param>
/// <param name="isFile">Says whether a text names a file; asked only of text that is no number.</param>
internal sealed class PipelineRows(Func<RowSource> source, Func<string, bool> isFile)
{
    // Looking where rows come from costs as much as listing the columns of some hundreds.
    private const int ManyRows = 256;

    // Rows of one file share a set; a pipeline of a few kinds of objects shares a few.
    private const int MaxRemembered = 16;

    // What a result becomes in Export-Clixml, in a job or in a remote session.
    private const string SavedContact = "Deserialized.ConnectOutbound.OutboundContact";

    private const string SavedState = "Deserialized.ConnectOutbound.OutboundContactState";

    private static readonly ColumnSet s_phoneNumber = new(["Destination"]);

    private readonly List<ColumnSet> _sets = [];
    private readonly List<string> _names = [];
    private readonly List<object?> _cells = [];
    private readonly CsvHeader _header = new();
    private RowSource _source;
    private long _number;

    /// <summary>Whether the rows are known to be read from a file.</summary>
    public bool AreOfFile => _source == RowSource.ImportCsv;

    /// <summary>Reads an object that came by the pipeline.</summary>
    /// <param name="input">The object: PowerShell has taken arrays apart.</param>
    /// <returns>Its row.</returns>
    public Row ReadPiped(PSObject? input)
    {
        _number++;
        return Guarded(input);
    }

    /// <summary>Reads what was given as an argument.</summary>
    /// <param name="input">The object.</param>
    /// <param name="given">Whether there is one: without, the arguments are the row.</param>
    /// <returns>The rows: one for each item of an array.</returns>
    public IEnumerable<Row> ReadArgument(PSObject? input, bool given)
    {
        if (!given)
            return [new Row(++_number, ColumnSet.Empty, [])];
        return RowEntries.IsList(input?.BaseObject) ? ReadItems(input!) : [ReadPiped(input)];
    }

    // A list that throws has one more row: the one that it failed to give.
    private IEnumerable<Row> ReadItems(PSObject list)
    {
        using var items = new GuardedItems(LanguagePrimitives.GetEnumerable(list)!);
        while (items.MoveNext())
            yield return ReadPiped(items.Current is null ? null : PSObject.AsPSObject(items.Current));
        if (items.Error is CellError error)
            yield return Unreadable(++_number, error, list);
    }

    private Row Guarded(PSObject? input)
    {
        try
        {
            return One(input);
        }
        catch (Exception e) when (ShellValues.IsData(e))
        {
            return Unreadable(_number, CellError.Of(e), input);
        }
    }

    private static Row Unreadable(long number, CellError error, object? input) =>
        Row.NotARow(number, $"The row cannot be read: {DisplayText.Clause(error.Message)}", input);

    private Row One(PSObject? input)
    {
        // A script that emits an earlier result means the row that it came from.
        return input?.BaseObject switch
        {
            OutboundContact contact => Again(contact.GetInput(), input, contact),
            OutboundPlan plan => Again(plan.GetInput(), input, null),
            PSCustomObject => OfCustomObject(input),
            _ => One(input, input),
        };
    }

    // Asking for TypeNames is dear (PowerShell then remembers them apart for each object), so the column comes first.
    private Row OfCustomObject(PSObject input)
    {
        if (_number == ManyRows)
            _source = source();
        Row row = _source != RowSource.Other && _header.Read(input) is object?[] cells
            ? new Row(_number, _header.Columns, cells, input, ShellValues.Instance)
            : OfProperties(input, input);
        if (row.Columns.IndexOf("ticks") >= 0 || row.Columns.IndexOf("daynumber") >= 0)
            return SavedTime.Read(input) is object time ? OfScalar(time, input) : row;
        if (row.Columns.IndexOf("input") < 0)
            return row;
        if (input.TypeNames.Contains(SavedState))
            return WithoutHidden(row);
        if (!input.TypeNames.Contains(SavedContact))
            return row;
        return ValueOf(input, "Input") is object earlier && !IsTextOfRow(earlier)
            && SavedResult.Read(name => ShellValues.Convert(ValueOf(input, name)), out _) is SavedResult saved
            ? One(PSObject.AsPSObject(earlier), earlier).AsResultOf(saved.WithoutNewDestination())
            : WithoutHidden(row);
    }

    // A job gives no row back, only its text, such as @{PhoneNumber=+12065550100}. What remains of it are the columns of the result.
    private static bool IsTextOfRow(object earlier) =>
        ShellValues.Convert(earlier) is string text
            && text.Any(static c => char.IsAsciiLetter(c) || c == '{')
            && !text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);

    // What is hidden of a result or a contact's state is shown once it was saved: the object that it was asked for by, and the old contact's attributes.
    private Row WithoutHidden(Row row)
    {
        int[] shown = [.. Enumerable.Range(0, row.Columns.Count).Where(i => row.Columns.Names[i] is not ("Input" or "Attribute"))];
        return row.With(Remember([.. shown.Select(i => row.Columns.Names[i])]), shown);
    }

    private static object? ValueOf(PSObject input, string name) =>
        input.Properties[name] is PSPropertyInfo property && new PropertyCell(property).Read() is object value and not CellError ? value : null;

    private Row Again(object? earlier, PSObject input, OutboundContact? contact)
    {
        Row row = earlier is null
            ? new Row(_number, new ColumnSet(["Destination", "Channel", "InstanceId"]), [contact?.Destination, contact?.Channel, contact?.InstanceId], input)
            : One(PSObject.AsPSObject(earlier), PSObject.AsPSObject(earlier));
        return contact is null ? row : row.AsResultOf(SavedResult.Of(contact));
    }

    private Row One(PSObject? input, object? original)
    {
        switch (input?.BaseObject)
        {
            case null:
                return Row.NotARow(_number, "The row is null.", original);
            case string text when PipedText.Problem(text, isFile) is string problem:
                return Row.NotARow(_number, problem, original);
            case string number:
                return new Row(_number, s_phoneNumber, [number], original);
            case object keyed when RowEntries.Read(keyed) is { } entries:
                return OfEntries(entries, original);
            case FileSystemInfo file:
                return Row.NotARow(_number, PipedText.File(file.Name), original);
            case IEnumerable when RowEntries.IsList(input.BaseObject):
                return Row.NotARow(_number, "The row is an array: pipe its items.", original);
            case object scalar when ShellValues.IsScalar(scalar):
                return OfScalar(scalar, original);
            default:
                return OfProperties(input, original);
        }
    }

    // A number, and what is none: a date, a time, a version. Its parts are no columns.
    private Row OfScalar(object scalar, object? original) => new(_number, s_phoneNumber, [ShellValues.Convert(scalar)], original);

    private Row OfEntries(IEnumerable<KeyValuePair<string, object?>> entries, object? original)
    {
        _names.Clear();
        _cells.Clear();
        foreach ((string name, object? value) in entries)
        {
            _names.Add(name);
            _cells.Add(value);
        }

        return Finish(original);
    }

    private Row OfProperties(PSObject input, object? original)
    {
        _names.Clear();
        _cells.Clear();
        foreach (PSPropertyInfo property in input.Properties)
        {
            _names.Add(property.Name);
            // The rows of a file may be mapped on another thread, where no script property can run.
            object? cell = ShellValues.CellOf(property);
            _cells.Add(AreOfFile ? ShellValues.Convert(cell) : cell);
        }

        Row row = Finish(original);
        if (_source != RowSource.Other)
            _header.Remember(_names, row.Columns);
        return row;
    }

    private Row Finish(object? original) => new(_number, Remember(_names), [.. _cells], original, ShellValues.Instance);

    private ColumnSet Remember(List<string> names)
    {
        foreach (ColumnSet set in _sets)
        {
            if (IsSame(set.Names, names))
                return set;
        }

        var made = new ColumnSet(names);
        if (_sets.Count == MaxRemembered)
            _sets.RemoveAt(0);
        _sets.Add(made);
        return made;
    }

    private static bool IsSame(IReadOnlyList<string> known, List<string> names)
    {
        if (known.Count != names.Count)
            return false;
        for (int i = 0; i < names.Count; i++)
        {
            if (!ReferenceEquals(known[i], names[i]) && !string.Equals(known[i], names[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
