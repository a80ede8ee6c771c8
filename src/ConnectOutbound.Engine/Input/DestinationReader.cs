using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Input;

/// <summary>Reads who is written to. Files have several columns that may say it: numbers beside dates, or two numbers of one person.</summary>
internal static class DestinationReader
{
    /// <summary>Reads the destination as it was written.</summary>
    /// <param name="cells">The row, its country known; takes the column that was chosen, and a fault where columns hold different numbers.</param>
    /// <returns>The text; null where there is none, or where it would be a guess.</returns>
    public static string? Read(CellReader cells)
    {
        IReadOnlyList<int> columns = cells.Plan.Destinations;
        if (columns.Count < 2)
        {
            // Most files: the number is read when it is checked, and not here.
            cells.DestinationColumn = columns.Count == 0 ? -1 : columns[0];
            return cells.Text(ContactField.Destination);
        }

        string? first = null;
        var numbers = new List<(int Column, string Written, string Destination)>();
        foreach (int column in columns)
        {
            if (cells.CellOfColumn(column, ContactField.Destination) is not object cell || CellText.Of(cell)?.Trim() is not string text)
                continue;
            string? problem = DestinationCell.Problem(cell);
            if (problem is null && PhoneNumber.TryNormalize(text, cells.Country, out string e164, out _))
                numbers.Add((column, text, PhoneNumber.SameDestinationKey(e164)));
            if (first is null)
                (first, cells.DestinationColumn, cells.DestinationProblem) = (text, column, problem);
        }

        if (numbers.Count == 0)
            return first;
        (cells.DestinationColumn, cells.DestinationProblem) = (numbers[0].Column, null);
        if (numbers.TrueForAll(number => number.Destination == numbers[0].Destination))
            return numbers[0].Written;
        IReadOnlyList<string> names = cells.Row.Columns.Names;
        string[] held = [.. numbers.Select(number => $"{DisplayText.Quoted(names[number.Column])} holds {DisplayText.Quoted(number.Written)}")];
        cells.Fault(
            ErrorIds.DestinationAmbiguous,
            $"Destination is ambiguous: the column {string.Join(", ", held[..^1])} and {held[^1]}, which are different phone numbers. Choose a column: "
                + $"-ColumnMap @{{ Destination = {DisplayText.Quoted(names[numbers[0].Column])} }}.");
        return null;
    }
}
