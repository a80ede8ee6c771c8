using System.Text.Json;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>Reads names and values out of a dictionary, or out of the JSON text of an object.</summary>
internal static class EntryReader
{
    private const int MaxDepth = 32;

    /// <summary>Reads entries.</summary>
    /// <param name="value">A converted dictionary, or text that holds a JSON object.</param>
    /// <param name="entries">Names and values; values are scalars, lists or dictionaries.</param>
    /// <param name="problem">What is wrong.</param>
    /// <returns>False where the value is neither.</returns>
    public static bool TryRead(object value, out IReadOnlyDictionary<string, object?> entries, out string problem)
    {
        entries = new Dictionary<string, object?>();
        problem = "";
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> ready:
                entries = ready;
                return true;
            case string text:
                return TryParse(text, out entries, out problem);
            default:
                problem = $"is a {CellText.TypeName(value)}; it takes a hashtable, or text that holds a JSON object";
                return false;
        }
    }

    private static bool TryParse(string text, out IReadOnlyDictionary<string, object?> entries, out string problem)
    {
        entries = new Dictionary<string, object?>();
        problem = "";
        if (!TextRules.IsWellFormed(text))
        {
            problem = $"{DisplayText.Quoted(text)} holds half a character (a lone surrogate), which cannot be sent";
            return false;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                entries = (IReadOnlyDictionary<string, object?>)Value(document.RootElement)!;
                return true;
            }

            problem = $"{DisplayText.Quoted(text)} is JSON, but no object: it takes {{\"name\": \"value\"}}";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An escape such as \ud800 alone is JSON, but not text: reading it is an InvalidOperationException.
            problem = e is JsonException
                ? $"{DisplayText.Quoted(text)} is no JSON object: it takes {{\"name\": \"value\"}}"
                : $"{DisplayText.Quoted(text)} holds half a character (a lone surrogate), which cannot be sent";
        }

        return false;
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Aggregate(new Dictionary<string, object?>(StringComparer.Ordinal), (read, member) =>
        {
            read[member.Name] = Value(member.Value);
            return read;
        }),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out long whole) ? whole : element.TryGetDecimal(out decimal exact) ? exact : element.GetDouble(),
        _ => null,
    };
}
