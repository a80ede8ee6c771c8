using System.Text.Json;
using System.Text.Unicode;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>Reads request bodies as JSON.</summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = 64 };
    private static readonly ReadOnlyMemory<byte> s_noMembers = "{}"u8.ToArray();

    /// <summary>Reads a body.</summary>
    /// <param name="bytes">The body; nothing at all counts as an object without members.</param>
    /// <param name="fault">What is wrong with it.</param>
    /// <returns>A document whose root is an object and whose texts are all valid Unicode; null where the body is not that.</returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes, out string? fault)
    {
        fault = null;
        if (bytes.IsEmpty)
        {
            bytes = s_noMembers;
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            fault = "The request body is not UTF-8.";
            return null;
        }

        try
        {
            JsonDocument document = JsonDocument.Parse(bytes, s_strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object && HasValidTexts(bytes.Span))
            {
                return document;
            }

            document.Dispose();
            fault = "The request body is not a JSON object of valid texts.";
        }
        catch (JsonException exception)
        {
            fault = $"The request body is not JSON: {exception.Message}";
        }

        return null;
    }

    // Half of a surrogate pair, written as an escape, is JSON but no text: reading it would throw later.
    private static bool HasValidTexts(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = s_strict.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
