using System.Collections;
using System.Text.Json.Nodes;

namespace ConnectOutbound.Engine.Input;

/// <summary>Turns converted values into JSON.</summary>
internal static class JsonValueWriter
{
    private const int MaxDepth = 32;

    /// <summary>The JSON of a value.</summary>
    /// <param name="value">A scalar, a dictionary or a list.</param>
    /// <param name="depth">How deep it stands.</param>
    /// <returns>The node; null for null.</returns>
    /// <exception cref="NotSupportedException">The value is nested too deep or holds something unreadable.</exception>
    public static JsonNode? ToNode(object? value, int depth = 0)
    {
        if (depth > MaxDepth)
            throw new NotSupportedException($"it is nested deeper than {MaxDepth} levels.");
        switch (value)
        {
            case null:
                return null;
            case bool flag:
                return JsonValue.Create(flag);
            case sbyte or byte or short or ushort or int or uint or long:
                return JsonValue.Create(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
            case decimal number:
                return JsonValue.Create(number);
            case double or float:
                double real = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
                return double.IsFinite(real) ? JsonValue.Create(real) : throw new NotSupportedException("it holds a number that is not finite.");
            case CellError error:
                throw new NotSupportedException(error.Message);
            case IReadOnlyDictionary<string, object?> entries:
                return new JsonObject(entries.Select(entry => KeyValuePair.Create(Checked(entry.Key), ToNode(entry.Value, depth + 1))));
            case IEnumerable list and not string:
                return new JsonArray([.. list.Cast<object?>().Select(item => ToNode(item, depth + 1))]);
            default:
                return JsonValue.Create(Checked(CellText.Of(value) ?? ""));
        }
    }

    private static string Checked(string text) =>
        TextRules.IsWellFormed(text) ? text : throw new NotSupportedException("it holds half a character (a lone surrogate).");
}
