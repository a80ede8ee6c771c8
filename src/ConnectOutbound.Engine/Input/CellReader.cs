using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Reads one row by field: the argument where there is one, else the column. Gathers the faults.</summary>
internal sealed class CellReader
{
    private readonly ArgumentValues _arguments;
    private readonly ArgumentValues _defaults;

    /// <summary>Creates a reader.</summary>
    /// <param name="row">The row.</param>
    /// <param name="plan">What its columns are used for.</param>
    /// <param name="arguments">Values for every row.</param>
    /// <param name="defaults">Values for rows that have none.</param>
    public CellReader(Row row, ColumnPlan plan, ArgumentValues arguments, ArgumentValues defaults)
    {
        Row = row;
        Plan = plan;
        _arguments = arguments;
        _defaults = defaults;
        Faults = plan.Faults.Count == 0 ? [] : [.. plan.Faults];
    }

    /// <summary>The row.</summary>
    public Row Row { get; }

    /// <summary>What its columns are used for.</summary>
    public ColumnPlan Plan { get; }

    /// <summary>The country that numbers of this row without a country code belong to; null where none is known.</summary>
    public string? Country { get; set; }

    /// <summary>The column that the destination was read from, or -1.</summary>
    public int DestinationColumn { get; set; } = -1;

    /// <summary>The faults so far.</summary>
    public List<RowFault> Faults { get; }

    /// <summary>Why the cell that was read for the destination cannot be a phone number; null where its text decides.</summary>
    public string? DestinationProblem { get; set; }

    /// <summary>Adds a fault.</summary>
    /// <param name="kind">Its stable kind.</param>
    /// <param name="text">Its sentence.</param>
    public void Fault(string kind, string text) => Faults.Add(new RowFault(kind, text));

    /// <summary>Adds a fault, where the row does not have it yet.</summary>
    /// <param name="fault">The fault.</param>
    public void FaultOnce(RowFault fault)
    {
        if (!Faults.Contains(fault))
            Faults.Add(fault);
    }

    /// <summary>Whether a field has a value that the row itself brought.</summary>
    /// <param name="field">The field.</param>
    /// <returns>False where an argument gave it, and where it is absent.</returns>
    public bool IsFromRow(ContactField field) => _arguments[field] is null && Plan.ColumnOf(field) is int column and >= 0 && !CellText.IsEmpty(Row[column]);

    /// <summary>The value of a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The value, or null where it is absent or cannot be read.</returns>
    public object? Cell(ContactField field)
    {
        if (_arguments[field] is object argument)
            return CellText.IsEmpty(argument) ? null : argument;
        int column = Plan.ColumnOf(field);
        return column < 0 ? _defaults[field] : CellOfColumn(column, field) ?? (CellText.IsEmpty(Row[column]) ? _defaults[field] : null);
    }

    /// <summary>The cell of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="field">What it is read for.</param>
    /// <returns>The cell, or null where it is empty or cannot be read.</returns>
    public object? CellOfColumn(int column, ContactField field)
    {
        object? cell = Row[column];
        if (cell is CellError error)
        {
            Fault(
                ErrorIds.CellUnreadable,
                $"{field}: the column {DisplayText.Quoted(Row.Columns.Names[column])} cannot be read: {DisplayText.Clause(error.Message)}");
            return null;
        }

        return CellText.IsEmpty(cell) ? null : cell;
    }

    /// <summary>The value of a field as text.</summary>
    /// <param name="field">The field.</param>
    /// <param name="trim">Whether blanks around it are cut.</param>
    /// <returns>The text, or null where it is absent or is none.</returns>
    public string? Text(ContactField field, bool trim = true)
    {
        object? cell = Cell(field);
        if (cell is null)
            return null;
        string? text = CellText.Of(cell);
        if (field == ContactField.Destination)
            DestinationProblem = DestinationCell.Problem(cell);
        if (text is null)
            Fault(ErrorIds.Invalid(field.ToString()), $"{field}{Where(field)} holds a list or a dictionary; it takes text.");
        return trim ? text?.Trim() : text;
    }

    /// <summary>Where a field's value stands, for messages.</summary>
    /// <param name="field">The field.</param>
    /// <returns>Such as <c> (column 'Phone')</c>; empty for an argument.</returns>
    public string Where(ContactField field)
    {
        int column = _arguments[field] is not null ? -1 : Plan.ColumnOf(field);
        return column < 0 ? "" : $" (column {DisplayText.Quoted(Row.Columns.Names[column])})";
    }
}
