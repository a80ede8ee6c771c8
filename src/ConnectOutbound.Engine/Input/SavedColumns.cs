using System.Globalization;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Where the columns of a row say what an earlier command said of it.</summary>
internal sealed class SavedColumns
{
    private const string Prefix = "connect";

    // These four together are a result that was saved. Fewer of them, such as a Status column of the user's own, are data.
    private static readonly string[] s_ofResult = ["rownumber", "status", "contactid", "clienttoken"];

    private readonly ColumnSet _columns;

    private SavedColumns(ColumnSet columns) => _columns = columns;

    /// <summary>Whether the columns are those of a result.</summary>
    public bool AreOfResult { get; private init; }

    /// <summary>Whether -PassThru added the columns.</summary>
    public bool AreOfPassThru { get; private init; }

    /// <summary>Looks for the columns.</summary>
    /// <param name="columns">The columns of a row.</param>
    /// <returns>The columns; null if the row is no saved result.</returns>
    public static SavedColumns? Find(ColumnSet columns)
    {
        var found = new SavedColumns(columns)
        {
            AreOfResult = Array.TrueForAll(s_ofResult, name => columns.IndexOf(name) >= 0),
            AreOfPassThru = columns.IndexOf(Prefix + "status") >= 0,
        };
        return found.AreOfResult || found.AreOfPassThru ? found : null;
    }

    /// <summary>Reads the result. What -PassThru added comes first: it is later than a result that was piped in.</summary>
    /// <param name="row">The row.</param>
    /// <param name="faults">The faults of the row; one is added if the status is not known.</param>
    /// <returns>The result; null for a row that has none.</returns>
    public SavedResult? Read(Row row, List<RowFault> faults)
    {
        // -PassThru writes the name of a status. Anything else is a column of the user's own.
        if (AreOfPassThru && SavedResult.Read(name => Cell(row, Prefix + name), out _) is SavedResult added)
            return added;
        if (!AreOfResult)
            return null;
        SavedResult? saved = SavedResult.Read(name => name == nameof(OutboundContact.Status) ? Status(row) : Cell(row, name), out string problem);
        if (problem.Length > 0)
        {
            faults.Add(new RowFault(
                ErrorIds.SavedResultInvalid,
                $"The row has the columns of a saved result, and its Status {problem}. Correct the status, or empty the cell to send the row as a new one."));
        }

        return saved?.WithoutNewDestination();
    }

    // ConvertTo-Json writes an enum as a number.
    private object? Status(Row row)
    {
        object? cell = Cell(row, nameof(OutboundContact.Status));
        return cell is not null && int.TryParse(CellText.Of(cell), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && Enum.IsDefined((OutboundStatus)number)
                ? ((OutboundStatus)number).ToString()
                : cell;
    }

    private object? Cell(Row row, string name) => _columns.IndexOf(ColumnName.Normalize(name)) is int column and >= 0 ? row[column] : null;
}
