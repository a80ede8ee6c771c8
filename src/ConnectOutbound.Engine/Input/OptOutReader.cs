using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Reads whether a row says that its customer does not want messages. Nothing is skipped for it: the first such row is warned of.</summary>
/// <param name="warn">Takes the warning, before the row is sent.</param>
internal sealed class OptOutReader(Action<string>? warn)
{
    private bool _warned;

    /// <summary>Reads the columns that say it.</summary>
    /// <param name="cells">The row.</param>
    /// <returns>The columns that say so, in quotes; null where none does.</returns>
    public string? Read(CellReader cells)
    {
        if (cells.Plan.OptOuts.Count == 0)
            return null;
        string refusing = Names(cells, cells.Plan.OptOuts.Where(column => column.Refuses(cells.Row[column.Column])));
        if (refusing.Length == 0)
            return null;
        if (!_warned)
        {
            _warned = true;
            string others = Names(cells, cells.Plan.OptOuts.Where(column => !column.Refuses(cells.Row[column.Column])));
            warn?.Invoke($"Row {cells.Row.Number} says in {refusing} that the customer does not want messages. No row is skipped for that"
                + $"{(others.Length == 0 ? "" : $", nor for {others}")}. Put the numbers of such rows on a -SuppressionList, or filter the rows first.");
        }

        return refusing;
    }

    private static string Names(CellReader cells, IEnumerable<OptOutColumn> columns) =>
        string.Join(", ", columns.Select(column => DisplayText.Quoted(cells.Row.Columns.Names[column.Column])));
}
