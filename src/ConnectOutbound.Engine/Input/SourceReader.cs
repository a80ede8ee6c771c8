using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Input;

/// <summary>Reads the number that a message comes from.</summary>
/// <remarks>A column From is a date or a place in many files. It counts only where it holds an ARN or a phone number.</remarks>
/// <param name="defaults">Values for rows that have none.</param>
/// <param name="warn">Takes one warning of a column From that holds something else.</param>
internal sealed class SourceReader(ArgumentValues defaults, Action<string>? warn)
{
    private bool _warned;

    /// <summary>Reads the source.</summary>
    /// <param name="cells">The row, its country known.</param>
    /// <returns>The ARN or the number as it was written; null where there is none.</returns>
    public string? Read(CellReader cells)
    {
        if (IsSource(cells))
            return cells.Text(ContactField.Source);
        if (!_warned)
        {
            _warned = true;
            warn?.Invoke($"The column {Column(cells)} is not used for Source where it holds something else, such as {Held(cells.Row, cells.Plan)} in row "
                + $"{cells.Row.Number}. Source takes an ARN or a phone number of the account.");
        }

        return defaults[ContactField.Source] is object source ? CellText.Of(source) : null;
    }

    /// <summary>Whether the row's column for the source holds one, or nothing.</summary>
    /// <param name="cells">The row, its country known.</param>
    /// <returns>False for a column From that holds neither an ARN nor a phone number.</returns>
    public static bool IsSource(CellReader cells)
    {
        if (!cells.Plan.ReadsSourceFromFrom)
            return true;
        object? cell = cells.Row[cells.Plan.ColumnOf(ContactField.Source)];
        return CellText.IsEmpty(cell) || cell is CellError || (CellText.Of(cell!)?.Trim() is string text
            && (text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase)
                || (DestinationCell.Problem(cell) is null && PhoneNumber.TryNormalize(text, cells.Country, out _, out _))));
    }

    /// <summary>What the row's column for the source holds, for messages.</summary>
    /// <param name="row">The row.</param>
    /// <param name="plan">What its columns are used for.</param>
    /// <returns>The text in quotes.</returns>
    public static string Held(Row row, ColumnPlan plan) => row[plan.ColumnOf(ContactField.Source)] is object cell && CellText.Of(cell) is string text
        ? DisplayText.Quoted(text)
        : "a list";

    private static string Column(CellReader cells) => DisplayText.Quoted(cells.Row.Columns.Names[cells.Plan.ColumnOf(ContactField.Source)]);
}
