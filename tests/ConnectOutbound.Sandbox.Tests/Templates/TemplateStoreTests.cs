using System.Collections;

namespace ConnectOutbound.Sandbox.Tests.Templates;

public sealed class TemplateStoreTests : IDisposable
{
    private readonly SandboxServer _sandbox = SandboxServer.Start(new SandboxOptions());

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_new_sandbox_has_an_example_for_each_channel()
    {
        Assert.Equal([OutboundChannel.SMS, OutboundChannel.WhatsApp], _sandbox.Templates.Select(template => template.Channel));
        Assert.Single(_sandbox.Templates.Select(template => template.KnowledgeBaseId).Distinct());
        Assert.Equal([null, "VALID"], _sandbox.Templates.Select(template => template.Status));
        Assert.Equal(("there", 1), (_sandbox.Templates[0].DefaultAttributes["Customer.FirstName"], _sandbox.Templates[0].DefaultAttributes.Count));
    }

    [Fact]
    public void An_added_template_is_there_and_stays_when_the_sandbox_is_cleared()
    {
        SandboxTemplate added = _sandbox.AddTemplate(
            "Mine",
            OutboundChannel.WhatsApp,
            "Hi {{ Attributes.Custom.[order id] }}",
            new Hashtable { ["order id"] = 7 },
            "rejected");

        _sandbox.Clear();

        Assert.Equal(added, _sandbox.Templates[^1]);
        Assert.Equal(("REJECTED", "7"), (added.Status, added.DefaultAttributes["order id"]));
        Assert.EndsWith($":message-template/{added.KnowledgeBaseId}/{added.MessageTemplateId}", added.Arn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "text", null)]
    [InlineData(" ", "text", null)]
    [InlineData("Order shipped", "text", null)]
    [InlineData("Name", "", null)]
    [InlineData("Name", "text", "VALID")]
    [InlineData("Name", "{{#if Attributes.Custom.X}}a{{/if}}", null)]
    [InlineData("Name", "{{upper Attributes.Custom.X}}", null)]
    [InlineData("Name", "{{!-- comment --}}", null)]
    [InlineData("Name", "{{ }}", null)]
    [InlineData("Name", "{{else}}", null)]
    public void What_is_no_template_for_a_text_message_is_refused(string name, string content, string? status)
    {
        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddTemplate(name, OutboundChannel.SMS, content, null, status));
        Assert.Equal(2, _sandbox.Templates.Count);
    }

    [Fact]
    public void Wrong_defaults_statuses_and_channels_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddTemplate("a", OutboundChannel.SMS, "x", new Hashtable { ["OrderId"] = "" }));
        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddTemplate("a", OutboundChannel.SMS, "x", new Hashtable { [""] = "1" }));
        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddTemplate("a", OutboundChannel.WhatsApp, "x", null, "PENDING"));
        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddTemplate("a", (OutboundChannel)9, "x"));
        Assert.ThrowsAny<ArgumentException>(() => _sandbox.AddTemplate(new string('a', 256), OutboundChannel.SMS, "x"));
    }
}
