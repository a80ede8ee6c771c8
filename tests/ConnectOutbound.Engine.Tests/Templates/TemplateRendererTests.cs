using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Templates;

namespace ConnectOutbound.Engine.Tests.Templates;

public sealed class TemplateRendererTests
{
    private static TemplatedMessageConfig Message(SandboxTemplate template, Dictionary<string, string>? custom, string? profile = null) => new()
    {
        KnowledgeBaseId = template.KnowledgeBaseId,
        MessageTemplateId = template.MessageTemplateId,
        TemplateAttributes = new TemplateAttributes { CustomAttributes = custom, CustomerProfileAttributes = profile },
    };

    [Fact]
    public async Task The_services_text_comes_back()
    {
        using var run = new TemplateRun();
        using var renderer = new TemplateRenderer(run.Directory);
        RenderedTemplate text = await renderer.RenderAsync(
            Message(run.Sandbox.Templates[0], new() { ["OrderId"] = "A-1" }, """{"firstName":"Zoë","Unknown":"x","custom":{"Tier":1}}"""));
        Assert.Equal("Hello Zoë, your order A-1 is on its way.", text.Text);
        Assert.Empty(text.NotInterpolated);
    }

    [Fact]
    public async Task Without_values_the_braces_stay_and_are_told()
    {
        using var run = new TemplateRun();
        using var renderer = new TemplateRenderer(run.Directory);
        RenderedTemplate text = await renderer.RenderAsync(
            new() { KnowledgeBaseId = run.KnowledgeBaseId, MessageTemplateId = run.Sandbox.Templates[0].Arn + ":1" });
        Assert.Equal("Hello there, your order {{Attributes.Custom.OrderId}} is on its way.", text.Text);
        Assert.Equal(["Attributes.Custom.OrderId"], text.NotInterpolated);
        Assert.Equal(
            text,
            await renderer.RenderAsync(Message(run.Sandbox.Templates[0], new() { ["OrderId"] = "" }, "")) with { NotInterpolated = text.NotInterpolated });
    }

    [Fact]
    public async Task The_same_values_are_asked_for_once_and_no_more_than_the_capacity_is_kept()
    {
        using var run = new TemplateRun();
        using var renderer = new TemplateRenderer(run.Directory, capacity: 3);
        SandboxTemplate template = run.Sandbox.Templates[0];
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => renderer.RenderAsync(Message(template, new() { ["OrderId"] = "1", ["B"] = "2" }))));
        await renderer.RenderAsync(Message(template, new() { ["B"] = "2", ["OrderId"] = "1" }));
        Assert.Equal(1, run.Sandbox.RequestCount);

        foreach (string order in (string[])["2", "3", "1", "4", "1", "2"])
            await renderer.RenderAsync(Message(template, new() { ["OrderId"] = order, ["B"] = "2" }));
        Assert.Equal((5, 3), (run.Sandbox.RequestCount, renderer.CachedCount));
    }

    [Fact]
    public async Task One_who_goes_away_does_not_take_the_answer_from_the_others()
    {
        using var run = new TemplateRun(TemplateRun.Free with { Latency = TimeSpan.FromMilliseconds(300) });
        using var renderer = new TemplateRenderer(run.Directory);
        using var cancel = new CancellationTokenSource();
        Task<RenderedTemplate> gone = renderer.RenderAsync(Message(run.Sandbox.Templates[0], null), cancel.Token);
        Task<RenderedTemplate> stays = renderer.RenderAsync(Message(run.Sandbox.Templates[0], null));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.NotEmpty((await stays).Text);
        Assert.Equal(1, run.Sandbox.RequestCount);
    }

    [Fact]
    public async Task A_template_that_does_not_exist_is_told()
    {
        using var run = new TemplateRun();
        using var renderer = new TemplateRenderer(run.Directory);
        TemplatedMessageConfig message = Message(run.Sandbox.Templates[0], null);
        message.MessageTemplateId = "00000000-0000-0000-0000-000000000000";
        Assert.Equal("TemplateNotFound", (await Assert.ThrowsAsync<OutboundException>(() => renderer.RenderAsync(message))).Id);
    }
}
