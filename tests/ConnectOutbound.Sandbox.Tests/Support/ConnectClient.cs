using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ConnectOutbound.Sandbox.Tests.Support;

/// <summary>Calls the operations around the send.</summary>
internal sealed class ConnectClient(SandboxServer sandbox, TimeProvider? time = null) : IDisposable
{
    private readonly SandboxClient _client = new(sandbox, time);

    public Task<Answer> GetAsync(string path) => _client.SendAsync(_client.Request(null, HttpMethod.Get, path));

    public Task<Answer> PostAsync(string path, string body) =>
        _client.SendAsync(_client.Request(new StringContent(body, new MediaTypeHeaderValue("application/json")), HttpMethod.Post, path));

    /// <summary>Starts a contact that is accepted, and gives its id.</summary>
    public async Task<string> StartAsync(JsonObject? body = null)
    {
        Answer answer = await TryStartAsync(body);
        return answer.ContactId ?? throw new InvalidOperationException(answer.Text);
    }

    public Task<Answer> TryStartAsync(JsonObject? body = null) => _client.StartAsync(body ?? Bodies.Minimal());

    public Task<Answer> DescribeAsync(string contactId, string instanceId = Bodies.InstanceId) => GetAsync($"/contacts/{instanceId}/{contactId}");

    /// <summary>The description of a contact that exists.</summary>
    public async Task<JsonNode> ContactAsync(string contactId)
    {
        Answer answer = await DescribeAsync(contactId);
        return JsonNode.Parse(answer.Text)!["Contact"] ?? throw new InvalidOperationException(answer.Text);
    }

    public Task<Answer> StopAsync(string contactId, string instanceId = Bodies.InstanceId) =>
        PostAsync("/contact/stop", new JsonObject { ["ContactId"] = contactId, ["InstanceId"] = instanceId }.ToJsonString());

    public void Dispose() => _client.Dispose();
}
