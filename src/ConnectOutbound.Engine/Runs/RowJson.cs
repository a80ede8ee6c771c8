using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Runs;

/// <summary>A row as the journal keeps it, to be sent again: a JSON object of its cells.</summary>
/// <remarks>The mapper has converted the cells by then (see <see cref="Row"/>), so writing runs no code of the row and takes bounded time.</remarks>
public static class RowJson
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>A JSON object; a cell that cannot be read, that is too large or that JSON cannot hold is null.</returns>
    public static string Write(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var cells = new JsonObject();
        int characters = Row.MaxCharacters;
        for (int i = 0; i < row.Columns.Count; i++)
        {
            // Of columns with one name the first is used.
            string name = row.Columns.Names[i];
            if (TextRules.IsWellFormed(name) && !cells.ContainsKey(name))
                cells[name] = Node(row[i], ref characters);
        }

        return cells.ToJsonString(s_plain);
    }

    private static JsonNode? Node(object? cell, ref int characters)
    {
        if (cell is CellError || (cell is string text && text.Length > Math.Min(CellConverter.MaxCharacters, characters)))
            return null;
        characters -= (cell as string)?.Length ?? 0;
        try
        {
            return JsonValueWriter.ToNode(cell);
        }
        catch (NotSupportedException)
        {
            // What cannot be written was not part of a valid request.
            return null;
        }
    }

    /// <summary>Reads a row's cells.</summary>
    /// <param name="json">What <see cref="Write"/> gave.</param>
    /// <returns>Column names and values: text, numbers, lists and dictionaries.</returns>
    public static IReadOnlyDictionary<string, object?> Read(string json) =>
        EntryReader.TryRead(json, out IReadOnlyDictionary<string, object?> cells, out _) ? cells : new Dictionary<string, object?>();
}
