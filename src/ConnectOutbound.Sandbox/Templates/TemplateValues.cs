using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace ConnectOutbound.Sandbox.Templates;

/// <summary>Values for variables, by kind and name.</summary>
internal sealed class TemplateValues
{
    private readonly Dictionary<(string Kind, string Name), string> _values = [];

    /// <summary>No values.</summary>
    public static TemplateValues None { get; } = new();

    public IEnumerable<((string Kind, string Name) Key, string Value)> All => _values.Select(entry => (entry.Key, entry.Value));

    public string? Find(SandboxTemplateVariable variable) => _values.GetValueOrDefault((variable.Kind, variable.Name));

    /// <summary>Reads the API's MessageTemplateAttributes.</summary>
    public static TemplateValues Of(JsonElement attributes)
    {
        var values = new TemplateValues();
        Add(attributes, "customAttributes", (name, text) => values.Set(SandboxTemplateVariable.Custom, name, text));
        Add(attributes, "agentAttributes", (name, text) => values.Set(SandboxTemplateVariable.Agent, Capital(name), text));
        Add(attributes, "customerProfileAttributes", (name, text) => values.Set(SandboxTemplateVariable.Profile, Capital(name), text));
        if (Member(attributes, "customerProfileAttributes") is { } profile)
        {
            Add(profile, "custom", (name, text) => values.Set(SandboxTemplateVariable.Profile, SandboxTemplateVariable.OwnPrefix + name, text));
        }

        if (Member(attributes, "systemAttributes") is { } system)
        {
            Add(attributes, "systemAttributes", (name, text) => values.Set(SandboxTemplateVariable.System, Capital(name), text));
            Add(system, "customerEndpoint", (_, text) => values.SetEndpoint("CustomerEndpointAddress", "CustomerEndpoint.Address", text));
            Add(system, "systemEndpoint", (_, text) => values.SetEndpoint("SystemEmailAddress", "SystemEndpoint.Address", text));
        }

        return values;
    }

    /// <summary>Reads default values by the variables' names: <c>Customer.FirstName</c>, <c>OrderId</c>.</summary>
    /// <exception cref="ArgumentException">A key or a value is empty.</exception>
    public static TemplateValues Of(IDictionary? defaults)
    {
        var values = new TemplateValues();
        foreach (DictionaryEntry entry in defaults ?? new Hashtable())
        {
            string key = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "";
            string text = Convert.ToString(entry.Value, CultureInfo.InvariantCulture) ?? "";
            if (key.Length == 0
                || text.Length == 0
                || SandboxTemplateVariable.Parse(key.StartsWith("Attributes.", StringComparison.Ordinal) ? key : $"Attributes.{key}") is not { } variable)
            {
                throw new ArgumentException($"The default attribute '{key}' = '{text}' is not a variable's name with a value.", nameof(defaults));
            }

            values.Set(variable.Kind, variable.Name, text);
        }

        return values;
    }

    public static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    private void Set(string kind, string name, string text) => _values[(kind, name)] = text;

    private void SetEndpoint(string name, string path, string text)
    {
        Set(SandboxTemplateVariable.System, name, text);
        Set(SandboxTemplateVariable.System, path, text);
    }

    private static void Add(JsonElement parent, string name, Action<string, string> add)
    {
        foreach (JsonProperty entry in Member(parent, name)?.EnumerateObject().ToArray() ?? [])
        {
            if (entry.Value.ValueKind == JsonValueKind.String)
            {
                add(entry.Name, entry.Value.GetString()!);
            }
        }
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : null;
}
