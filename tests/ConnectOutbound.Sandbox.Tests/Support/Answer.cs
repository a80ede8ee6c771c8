using System.Net;
using System.Text.Json.Nodes;

namespace ConnectOutbound.Sandbox.Tests.Support;

/// <summary>What the sandbox answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ErrorType, string? RequestId, string Text)
{
    public string? ContactId => (string?)JsonNode.Parse(Text)?[nameof(ContactId)];

    public string Message => (string?)JsonNode.Parse(Text)?["message"] ?? "";

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        Header(response, "x-amzn-ErrorType"),
        Header(response, "x-amzn-RequestId"),
        await response.Content.ReadAsStringAsync());

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;
}
