using System.Text.Json;

namespace ConnectOutbound.Sandbox.Operations.StartOutboundChat;

/// <summary>Reads members whose type may be wrong: what is not there and what is something else are both null.</summary>
internal static class Json
{
    public static JsonElement? Object(JsonElement parent, string name) => Find(parent, name, JsonValueKind.Object);

    public static JsonElement? List(JsonElement parent, string name) => Find(parent, name, JsonValueKind.Array);

    public static string? Text(JsonElement parent, string name) => Find(parent, name, JsonValueKind.String)?.GetString();

    public static string? Text(JsonElement parent, string outer, string name) => Object(parent, outer) is { } inner ? Text(inner, name) : null;

    private static JsonElement? Find(JsonElement parent, string name, JsonValueKind kind) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == kind ? value : null;
}
