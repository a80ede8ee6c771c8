using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Runs;

/// <summary>A row as the journal keeps it, to be sent again: a JSON object of its cells.</summary>
public static class RowJson
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>A JSON object; cells that JSON cannot hold are left out.</returns>
    public static string Write(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var cells = new JsonObject();
        for (int i = 0; i < row.Columns.Count; i++)
        {
            if (row[i] is null or CellError)
                continue;
            try
            {
                cells[row.Columns.Names[i]] = JsonValueWriter.ToNode(row[i]);
            }
            catch (NotSupportedException)
            {
                // What cannot be written was no part of a valid request.
            }
        }

        return cells.ToJsonString(s_plain);
    }

    /// <summary>Reads a row's cells.</summary>
    /// <param name="json">What <see cref="Write"/> gave.</param>
    /// <returns>Column names and values: text, numbers, lists and dictionaries.</returns>
    public static IReadOnlyDictionary<string, object?> Read(string json) =>
        EntryReader.TryRead(json, out IReadOnlyDictionary<string, object?> cells, out _) ? cells : new Dictionary<string, object?>();
}
