using System.Net;
using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Sandbox.Tests.Templates;

public sealed class TemplateOperationTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly SandboxServer _sandbox;
    private readonly TemplateClient _client;

    public TemplateOperationTests()
    {
        _sandbox = SandboxServer.Start(new SandboxOptions { TemplateRequestsPerSecond = double.PositiveInfinity }, _time);
        _client = new TemplateClient(_sandbox, _time);
    }

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public async Task Pages_end_with_the_last_template_and_hold_each_once()
    {
        for (int i = 0; i < 5; i++)
        {
            _sandbox.AddTemplate($"More {i}", OutboundChannel.SMS, "x");
        }

        var ids = new List<string>();
        string? token = null;
        int pages = 0;
        do
        {
            JsonNode page = JsonNode.Parse(
                (await _client.GetAsync($"{_client.TemplatesPath}?maxResults=3{(token is null ? "" : $"&nextToken={Uri.EscapeDataString(token)}")}")).Text)!;
            ids.AddRange(page["messageTemplateSummaries"]!.AsArray().Select(item => (string)item!["messageTemplateId"]!));
            token = (string?)page["nextToken"];
            pages++;
        }
        while (token is not null);

        Assert.Equal(3, pages);
        Assert.Equal(_sandbox.Templates.Select(template => template.MessageTemplateId), ids);
    }

    [Theory]
    [InlineData("?maxResults=0")]
    [InlineData("?maxResults=101")]
    [InlineData("?maxResults=ten")]
    [InlineData("?nextToken=")]
    [InlineData("?nextToken=abc")]
    public async Task A_page_that_cannot_be_is_refused(string query)
    {
        await AssertErrorAsync(_client.GetAsync(_client.TemplatesPath + query), 400, "ValidationException");
    }

    [Theory]
    [InlineData("/knowledgeBases/KB/messageTemplates")]
    [InlineData("/knowledgeBases/{kb}/messageTemplates/nope")]
    [InlineData("/knowledgeBases/{kb}/messageTemplates/{t}:lower")]
    [InlineData("/knowledgeBases/{kb}:1/messageTemplates/{t}")]
    public async Task An_id_that_is_none_is_refused(string path)
    {
        await AssertErrorAsync(_client.GetAsync(Fill(path)), 400, "ValidationException");
    }

    [Theory]
    [InlineData("/knowledgeBases/00000000-0000-0000-0000-000000000000/messageTemplates")]
    [InlineData("/knowledgeBases/{kb}/messageTemplates/00000000-0000-0000-0000-000000000000")]
    [InlineData("/knowledgeBases/{kb}/messageTemplates/{t}:2")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        await AssertErrorAsync(_client.GetAsync(Fill(path)), 404, "ResourceNotFoundException");
    }

    [Theory]
    [InlineData("{t}")]
    [InlineData("{t}:1")]
    [InlineData("{t}:$LATEST")]
    [InlineData("{t}%3A%24ACTIVE_VERSION")]
    [InlineData("arn%3Aaws%3Awisdom%3Aus-east-1%3A111122223333%3Amessage-template%2F{kb}%2F{t}:1")]
    public async Task A_template_is_found_by_its_id_its_arn_and_its_version(string id)
    {
        Answer answer = await _client.GetAsync(Fill($"/knowledgeBases/{{kb}}/messageTemplates/{id}"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Order shipped", (string?)JsonNode.Parse(answer.Text)!["messageTemplate"]!["name"]);
    }

    [Fact]
    public async Task Each_service_takes_its_own_signatures_only()
    {
        Answer answer = await _client.GetAsync("/knowledgeBases", "connect");

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidSignatureException"), (answer.Status, answer.ErrorType));
        Assert.Contains("'wisdom'", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_go_before_defaults_and_what_has_neither_stays_and_is_told_once()
    {
        SandboxTemplate template = _sandbox.AddTemplate(
            "All kinds",
            OutboundChannel.SMS,
            "{{Attributes.Customer.FirstName}} {{{ Attributes.Customer.Attributes.Tier }}} {{Attributes.Custom.A}} "
                + "{{Attributes.A}} {{A}} {{Attributes.Custom.B}} {{1}} {{Attributes.Agent.LastName}} {{Attributes.System.CustomerEndpointAddress}} "
                + "{{Attributes.Custom.[b c]}} {{Attributes.Custom.Gone}} {{Attributes.Custom.Gone}}",
            new Dictionary<string, string> { ["Customer.FirstName"] = "default", ["B"] = "default" });

        JsonNode rendered = await _client.RenderAsync(template, """
            {"customAttributes":{"A":"a","b c":"bc"},"customerProfileAttributes":{"firstName":"Zoë","custom":{"Tier":"gold"}},
            "agentAttributes":{"lastName":"Lee"},"systemAttributes":{"customerEndpoint":{"address":"+12065550100"}}}
            """);

        Assert.Equal(
            "Zoë gold a a a default {{1}} Lee +12065550100 bc {{Attributes.Custom.Gone}} {{Attributes.Custom.Gone}}",
            (string?)rendered["content"]!["sms"]!["body"]!["plainText"]!["content"]);
        Assert.Equal(["Attributes.Custom.Gone"], rendered["attributesNotInterpolated"]!.AsArray().Select(path => (string)path!));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"attributes":{"customAttributes":{"A":""}}}""")]
    [InlineData("""{"attributes":{"customAttributes":{"A":1}}}""")]
    [InlineData("""{"attributes":{"customerProfileAttributes":{"FirstName":"x"}}}""")]
    [InlineData("""{"attributes":{"other":{}}}""")]
    public async Task A_rendering_that_breaks_a_constraint_is_refused(string body)
    {
        await AssertErrorAsync(_client.PostAsync(Fill("/knowledgeBases/{kb}/messageTemplates/{t}/render"), JsonNode.Parse(body)!), 400, "ValidationException");
    }

    [Theory]
    [InlineData("""{"queries":[{"name":"name","operator":"CONTAINS","values":["SHIP"]}]}""", "Order shipped")]
    [InlineData("""{"filters":[{"name":"channelSubtype","operator":"EQUALS","values":["WHATSAPP"]}]}""", "Appointment reminder")]
    [InlineData("""{"filters":[{"name":"name","operator":"PREFIX","values":["App","Ord"]}]}""", "Order shipped, Appointment reminder")]
    [InlineData("""{"filters":[{"name":"name","operator":"EQUALS","values":["order shipped"]}]}""", "")]
    [InlineData("""{"filters":[{"name":"description","operator":"EQUALS","values":["x"]}]}""", "")]
    [InlineData("""{}""", "Order shipped, Appointment reminder")]
    public async Task A_search_finds_what_matches_every_condition(string expression, string names)
    {
        Answer answer = await _client.PostAsync(
            Fill("/knowledgeBases/{kb}/search/messageTemplates"),
            new JsonObject { ["searchExpression"] = JsonNode.Parse(expression) });

        Assert.Equal(names, string.Join(", ", JsonNode.Parse(answer.Text)!["results"]!.AsArray().Select(result => (string)result!["name"]!)));
    }

    [Theory]
    [InlineData("""{"queries":[{"name":"content","operator":"CONTAINS","values":["a"]}]}""")]
    [InlineData("""{"queries":[{"name":"name","operator":"CONTAINS","values":[]}]}""")]
    [InlineData("""{"queries":[{"name":"name","operator":"LIKE","values":["a"]}]}""")]
    [InlineData("""{"filters":[{"name":"name","operator":"EQUALS","values":["1","2","3","4","5","6"]}]}""")]
    public async Task A_search_that_breaks_a_constraint_is_refused(string expression)
    {
        await AssertErrorAsync(
            _client.PostAsync(Fill("/knowledgeBases/{kb}/search/messageTemplates"), new JsonObject { ["searchExpression"] = JsonNode.Parse(expression) }),
            400, "ValidationException");
    }

    [Fact]
    public async Task Reading_has_a_quota_of_its_own_that_answers_400()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions(), _time);
        using var templates = new TemplateClient(sandbox, _time);
        using var contacts = new SandboxClient(sandbox, _time);
        for (int i = 0; i < 15; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await templates.GetAsync("/knowledgeBases")).Status);
        }

        await AssertErrorAsync(templates.GetAsync("/knowledgeBases"), 400, "ThrottlingException");
        Assert.Equal(HttpStatusCode.OK, (await templates.GetAsync(templates.TemplatesPath)).Status);
        Assert.Equal(HttpStatusCode.OK, (await contacts.StartAsync(Bodies.Minimal())).Status);
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(HttpStatusCode.OK, (await templates.GetAsync("/knowledgeBases")).Status);
        await AssertErrorAsync(templates.GetAsync("/knowledgeBases"), 400, "ThrottlingException");
        sandbox.Clear();
        Assert.Equal(HttpStatusCode.OK, (await templates.GetAsync("/knowledgeBases")).Status);
    }

    [Theory]
    [InlineData(SandboxFaultKind.Throttle, 400, "ThrottlingException")]
    [InlineData(SandboxFaultKind.InvalidRequest, 400, "ValidationException")]
    [InlineData(SandboxFaultKind.AccessDenied, 403, "AccessDeniedException")]
    [InlineData(SandboxFaultKind.ExpiredToken, 403, "ExpiredTokenException")]
    [InlineData(SandboxFaultKind.NotFound, 404, "ResourceNotFoundException")]
    [InlineData(SandboxFaultKind.InternalError, 500, "InternalServiceException")]
    public async Task Faults_are_those_of_the_service(SandboxFaultKind kind, int status, string code)
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { FaultHook = _ => kind }, _time);
        using var client = new TemplateClient(sandbox, _time);

        Answer answer = await AssertErrorAsync(client.GetAsync("/knowledgeBases"), status, code);

        Assert.Equal(kind == SandboxFaultKind.AccessDenied, answer.Message.Contains("wisdom:ListKnowledgeBases", StringComparison.Ordinal));
        Assert.Equal(1, sandbox.FaultCount);
    }

    [Theory]
    [InlineData(SandboxFaultKind.LimitExceeded)]
    [InlineData(SandboxFaultKind.Conflict)]
    public async Task A_fault_that_reading_cannot_meet_takes_no_effect(SandboxFaultKind kind)
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { FaultHook = _ => kind }, _time);
        using var client = new TemplateClient(sandbox, _time);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/knowledgeBases")).Status);
        Assert.Equal(0, sandbox.FaultCount);
    }

    private string Fill(string path) =>
        path.Replace("{kb}", _client.KnowledgeBaseId, StringComparison.Ordinal)
            .Replace("{t}", _sandbox.Templates[0].MessageTemplateId, StringComparison.Ordinal);

    private static async Task<Answer> AssertErrorAsync(Task<Answer> asking, int status, string code)
    {
        Answer answer = await asking;
        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.ErrorType));
        Assert.NotEmpty(answer.Message);
        return answer;
    }
}
