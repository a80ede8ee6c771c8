using System.Collections;
using System.Data;
using System.Management.Automation;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Commands.Rows;

/// <summary>Lists the cells of objects that keep them by key: hashtables, expando objects and data rows.</summary>
internal static class RowEntries
{
    // A dictionary may have no end.
    private const int MaxColumns = 10_000;

    /// <summary>Lists the cells of an object.</summary>
    /// <param name="row">The object without PowerShell's wrapping.</param>
    /// <returns>
    /// Names and values, the values as they are; null for an object that keeps its cells as properties. Listing may throw whatever the object throws.
    /// </returns>
    public static IEnumerable<KeyValuePair<string, object?>>? Read(object? row) => row switch
    {
        IDictionary dictionary => Named(dictionary),
        IDictionary<string, object?> members => members.Select(Counted),
        DataRow { Table: DataTable table } data =>
            table.Columns.Cast<DataColumn>().Select(column => KeyValuePair.Create(column.ColumnName, data[column] is DBNull ? null : data[column])),
        _ => null,
    };

    /// <summary>Whether an object is a list of other objects.</summary>
    /// <param name="row">The object.</param>
    /// <returns>False also for one that refuses to be listed.</returns>
    public static bool IsList(object? row)
    {
        try
        {
            return row is not (null or IDictionary<string, object?>) && LanguagePrimitives.GetEnumerable(row) is not null;
        }
        catch (Exception e) when (ShellValues.IsData(e))
        {
            return false;
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Named(IDictionary dictionary)
    {
        int count = 0;
        foreach (DictionaryEntry entry in dictionary)
        {
            object? key = ShellValues.Convert(entry.Key);
            if (key is CellError error)
                throw new InvalidDataException($"a key cannot be read: {error.Message}");
            yield return Counted(KeyValuePair.Create(CellText.Of(key ?? "") ?? "", entry.Value), count++);
        }
    }

    private static KeyValuePair<string, object?> Counted(KeyValuePair<string, object?> entry, int index) =>
        index < MaxColumns ? entry : throw new InvalidDataException($"it has more than {MaxColumns} columns");
}
