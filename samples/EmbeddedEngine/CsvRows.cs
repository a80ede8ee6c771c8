using ConnectOutbound.Engine.Input;
using CsvHelper;

namespace EmbeddedEngine;

/// <summary>Reads a CSV file as rows of the engine, one at a time: memory does not grow with the file.</summary>
internal static class CsvRows
{
    /// <summary>Reads the file.</summary>
    /// <param name="path">A CSV file in UTF-8 with a line of headers; the separator is found out.</param>
    /// <returns>Its rows, numbered from 1.</returns>
    public static IEnumerable<Row> Read(string path)
    {
        using CsvReader csv = CsvReader.FromFile(path);
        // One set for all rows: what the engine works out for it is worked out once.
        var columns = new ColumnSet(csv.Headers);
        while (csv.Read())
        {
            if (csv.FieldCount == columns.Count)
                yield return new Row(csv.RowNumber, columns, [.. Enumerable.Range(0, columns.Count).Select(csv.GetString)]);
            else
                yield return Row.NotARow(csv.RowNumber, $"The row has {csv.FieldCount} fields, the file has {columns.Count} columns.", null);
        }
    }
}
