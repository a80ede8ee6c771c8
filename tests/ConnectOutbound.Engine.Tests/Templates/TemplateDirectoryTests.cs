using Amazon.QConnect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Templates;

[Collection(nameof(RunsAlone))]
public sealed class TemplateDirectoryTests
{
    [Fact]
    public async Task Lists_are_read_to_their_end()
    {
        using var run = new TemplateRun();
        for (int i = 0; i < 230; i++)
            run.Sandbox.AddTemplate($"Template {i}", OutboundChannel.SMS, "x");

        KnowledgeBaseSummary found = Assert.Single(await run.Directory.KnowledgeBasesAsync().ToListAsync());
        List<MessageTemplateSummary> listed = await run.Directory.ListAsync(found.KnowledgeBaseArn!).ToListAsync();

        Assert.Equal(run.Sandbox.Templates.Select(template => template.Name), listed.Select(template => template.Name));
        Assert.Equal(1 + 3, run.Sandbox.RequestCount);
    }

    [Fact]
    public async Task A_search_finds_a_name()
    {
        using var run = new TemplateRun();
        Assert.Equal("Order shipped", Assert.Single(await run.Directory.SearchAsync(run.KnowledgeBaseId, "Order shipped").ToListAsync()).Name);
        Assert.Empty(await run.Directory.SearchAsync(run.KnowledgeBaseId, "Order").ToListAsync());
    }

    [Fact]
    public async Task A_template_is_asked_for_once()
    {
        using var run = new TemplateRun();
        SandboxTemplate template = run.Sandbox.Templates[0];
        MessageTemplateText[] texts = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => run.Directory.TextAsync(template.KnowledgeBaseId, i % 2 == 0 ? template.MessageTemplateId : template.Arn)));

        Assert.Single(texts.Distinct());
        Assert.Equal((template.Content, 1), (texts[0].Content, run.Sandbox.RequestCount));
        Assert.Equal(["OrderId"], texts[0].Missing(null, null).Select(variable => variable.Name));
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        using var run = new TemplateRun(TemplateRun.Free with { FaultHook = info => info.SequenceNumber == 1 ? SandboxFaultKind.AccessDenied : null });
        string id = run.Sandbox.Templates[0].MessageTemplateId;

        await Assert.ThrowsAsync<OutboundException>(() => run.Directory.TextAsync(run.KnowledgeBaseId, id));
        Assert.Equal(2, (await run.Directory.TextAsync(run.KnowledgeBaseId, id)).Variables.Count);
    }

    [Theory]
    [InlineData(SandboxFaultKind.Throttle)]
    [InlineData(SandboxFaultKind.InternalError)]
    [InlineData(SandboxFaultKind.CutBefore)]
    [InlineData(SandboxFaultKind.TruncatedJson)]
    [InlineData(SandboxFaultKind.UnavailableHtml)]
    public async Task A_request_that_failed_is_repeated_up_to_a_bound(SandboxFaultKind kind)
    {
        using var run = new TemplateRun(TemplateRun.Free with { FaultHook = info => info.SequenceNumber <= 3 ? kind : null });
        Assert.Equal(2, (await run.Directory.ListAsync(run.KnowledgeBaseId).ToListAsync()).Count);
        Assert.Equal(4, run.Sandbox.RequestCount);

        using var hopeless = new TemplateRun(TemplateRun.Free with { FaultHook = _ => kind });
        var error = await Assert.ThrowsAsync<OutboundException>(async () => await hopeless.Directory.ListAsync(hopeless.KnowledgeBaseId).ToListAsync());
        Assert.Equal((kind == SandboxFaultKind.Throttle ? "Throttled" : "TemplatesUnavailable", 4), (error.Id, hopeless.Sandbox.RequestCount));
    }

    [Theory]
    [InlineData(SandboxFaultKind.AccessDenied, "AccessDenied")]
    [InlineData(SandboxFaultKind.ExpiredToken, "CredentialsExpired")]
    [InlineData(SandboxFaultKind.InvalidRequest, "TemplateRequestInvalid")]
    [InlineData(SandboxFaultKind.NotFound, "KnowledgeBaseNotFound")]
    public async Task An_error_that_stays_is_told_at_once_with_its_remedy(SandboxFaultKind kind, string id)
    {
        using var run = new TemplateRun(TemplateRun.Free with { FaultHook = _ => kind });
        var error = await Assert.ThrowsAsync<OutboundException>(async () => await run.Directory.ListAsync(run.KnowledgeBaseId).ToListAsync());
        Assert.Equal((id, 1), (error.Id, run.Sandbox.RequestCount));
        Assert.NotEmpty(error.Remedy);
        Assert.Equal(kind == SandboxFaultKind.AccessDenied, error.Remedy.Contains("wisdom:ListMessageTemplates", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_quota_of_the_service_is_not_met()
    {
        using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions());
        using TemplateDirectory directory = TemplateDirectory.Open(TemplateRun.Settings(sandbox), TimeSpan.FromSeconds(20));
        for (int i = 0; i < 25; i++)
            await directory.GetAsync(sandbox.Templates[0].KnowledgeBaseId, sandbox.Templates[0].MessageTemplateId);
        Assert.Equal(0, sandbox.ThrottledCount);
    }

    [Fact]
    public async Task A_cancelled_read_ends()
    {
        using var run = new TemplateRun(TemplateRun.Free with { FaultHook = _ => SandboxFaultKind.Hang });
        using var cancel = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => run.Directory.GetAsync(run.KnowledgeBaseId, run.Sandbox.Templates[0].MessageTemplateId, cancel.Token));
    }

    [Fact]
    public async Task Without_credentials_nothing_is_sent_and_the_remedy_is_named()
    {
        using var environment = new EnvironmentScope(("AWS_CONFIG_FILE", "/dev/null"), ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"));
        using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions());
        using TemplateDirectory directory = TemplateDirectory.Open(
            new ConnectionSettings { EndpointUrl = sandbox.EndpointUrl, ProfileLocation = "/dev/null" },
            TimeSpan.FromSeconds(20));
        var error = await Assert.ThrowsAsync<OutboundException>(async () => await directory.KnowledgeBasesAsync().ToListAsync());
        Assert.Equal(("CredentialsNotFound", 0), (error.Id, sandbox.RequestCount));
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("http://10.0.0.1:8080")]
    public void Plain_http_is_taken_for_this_machine_only(string url)
    {
        var error = Assert.Throws<OutboundException>(
            () => TemplateDirectory.Open(
                new ConnectionSettings { EndpointUrl = url, AccessKey = "a", SecretKey = "b", Region = "us-east-1" },
                TimeSpan.FromSeconds(1)));
        Assert.Equal("EndpointUrlNotEncrypted", error.Id);
    }

    [Fact]
    public void The_endpoint_is_the_services_own()
    {
        using var environment = new EnvironmentScope(
            ("AWS_ENDPOINT_URL_QCONNECT", "http://127.0.0.1:1234"),
            ("AWS_ENDPOINT_URL_CONNECT", "http://127.0.0.1:1"));
        using TemplateConnection connection = TemplateConnection.Open(
            new ConnectionSettings { AccessKey = "a", SecretKey = "b", Region = "eu-central-1" },
            1,
            TimeSpan.FromSeconds(1));
        Assert.Equal(("127.0.0.1:1234", "eu-central-1"), (connection.Endpoint, connection.Region));
    }
}
