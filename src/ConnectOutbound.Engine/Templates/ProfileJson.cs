using System.Text.Json;

namespace ConnectOutbound.Engine.Templates;

/// <summary>
/// The customer profile attributes of a request: a JSON object in a text. Which names the service takes is not documented; so a name may begin with a
/// capital, as in templates, or with a small letter, as in the API, and the profile's own attributes may be in Attributes or in custom.
/// </summary>
internal sealed class ProfileJson
{
    private readonly JsonElement? _root;

    /// <summary>Reads the text.</summary>
    /// <param name="json">The text; null and what is no JSON object have no values.</param>
    public ProfileJson(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                _root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // The validator has told about it.
        }
    }

    /// <summary>The members, outermost level.</summary>
    public IEnumerable<JsonProperty> Members => _root?.EnumerateObject() ?? Enumerable.Empty<JsonProperty>();

    /// <summary>Finds the value of a profile variable.</summary>
    /// <param name="path">The variable's path.</param>
    /// <returns>The value as text; null where there is none or it is empty.</returns>
    public string? Find(string path)
    {
        if (_root is not JsonElement current)
            return null;
        foreach (string name in VariablePath.Split(path).Skip(2))
        {
            if (Member(current, name) is not JsonElement next)
                return null;
            current = next;
        }

        return Text(current);
    }

    /// <summary>A value as text.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; null where it is empty, a list or an object.</returns>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>Whether a name is that of the object which holds the profile's own attributes.</summary>
    /// <param name="name">A member's name.</param>
    /// <returns>True for Attributes and custom, in either case of the first letter.</returns>
    public static bool IsOwn(string name) => name is "Attributes" or "attributes" or "custom" or "Custom";

    private static JsonElement? Member(JsonElement parent, string name)
    {
        if (parent.ValueKind == JsonValueKind.Array)
            return int.TryParse(name, out int index) && index >= 0 && index < parent.GetArrayLength() ? parent[index] : null;
        if (parent.ValueKind != JsonValueKind.Object)
            return null;
        foreach (JsonProperty member in parent.EnumerateObject())
        {
            if (member.Name == name || (IsOwn(name) && IsOwn(member.Name))
                || (member.Name.Length == name.Length
                    && name.Length > 0
                    && char.ToUpperInvariant(member.Name[0]) == char.ToUpperInvariant(name[0])
                    && member.Name[1..] == name[1..]))
            {
                return member.Value;
            }
        }

        return null;
    }
}
