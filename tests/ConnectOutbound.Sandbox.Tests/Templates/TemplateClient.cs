using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests.Templates;

/// <summary>Asks about message templates, with signatures for wisdom that have the right form and no meaning.</summary>
internal sealed class TemplateClient(OutboundSandbox sandbox, TimeProvider? time = null) : IDisposable
{
    private readonly SandboxClient _client = new(sandbox, time);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    public string KnowledgeBaseId { get; } = sandbox.Templates[0].KnowledgeBaseId;

    public string TemplatesPath => $"/knowledgeBases/{KnowledgeBaseId}/messageTemplates";

    public Task<Answer> GetAsync(string path, string service = "wisdom") => SendAsync(HttpMethod.Get, path, null, service);

    public Task<Answer> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, body.ToJsonString(), "wisdom");

    /// <summary>The rendering of a template with the attributes.</summary>
    public async Task<JsonNode> RenderAsync(SandboxTemplate template, string attributes)
    {
        Answer answer = await PostAsync($"{TemplatesPath}/{template.MessageTemplateId}/render", new JsonObject { ["attributes"] = JsonNode.Parse(attributes) });
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, answer.Text);
        return JsonNode.Parse(answer.Text)!;
    }

    public void Dispose() => _client.Dispose();

    private Task<Answer> SendAsync(HttpMethod method, string path, string? body, string service)
    {
        StringContent? content = body is null ? null : new StringContent(body, new MediaTypeHeaderValue("application/json"));
        HttpRequestMessage request = _client.Request(content, method, path);
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", SandboxClient.Authorization(SandboxClient.Timestamp(_time.GetUtcNow()), service: service));
        return _client.SendAsync(request);
    }
}
