using System.Text;
using System.Text.Json;

namespace ConnectOutbound.Sandbox.Operations.Contacts;

/// <summary>The attributes of a contact: written, measured, and changed.</summary>
internal static class ContactAttributes
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> attributes)
    {
        writer.WriteStartObject("Attributes");
        foreach ((string name, string value) in attributes)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>The attributes with others set.</summary>
    /// <returns>A copy; null where it would take more than so many bytes of UTF-8.</returns>
    public static IReadOnlyDictionary<string, string>? With(IReadOnlyDictionary<string, string> attributes, JsonElement changes, int mostBytes)
    {
        var all = new Dictionary<string, string>(attributes, StringComparer.Ordinal);
        foreach (JsonProperty change in changes.EnumerateObject())
        {
            all[change.Name] = change.Value.GetString()!;
        }

        return all.Sum(entry => (long)Encoding.UTF8.GetByteCount(entry.Key) + Encoding.UTF8.GetByteCount(entry.Value)) <= mostBytes ? all.AsReadOnly() : null;
    }
}
