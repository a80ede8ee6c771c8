using System.Text.Json;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Templates;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ConnectOutbound.Engine.Tests.Templates;

/// <summary>What is worked out here is what the service would answer; the sandbox, which reads templates by code of its own, stands for the service.</summary>
public sealed class TemplatePropertyTests : IDisposable
{
    private static readonly string[] s_pieces =
    [
        "Hello ", "{", "}", "}}", " {{1}} ", "é😀", "{{Attributes.Custom.A}}", "{{ Attributes.Custom.[b c] }}", "{{{Attributes.Custom.D}}}",
        "{{Attributes.A}}", "{{E}}", "{{Attributes.Custom.F.G}}",
        "{{Attributes.Customer.FirstName}}", "{{Attributes.Customer.ProfileARN}}",
        "{{ Attributes.Customer.MailingAddress1 }}", "{{Attributes.Customer.Attributes.Tier}}",
        "{{{ Attributes.Customer.Attributes.[fav colour] }}}", "{{Attributes.Agent.FirstName}}",
        "{{Attributes.System.Name}}", "{{Attributes.System.CustomerEndpointAddress}}",
    ];

    private static readonly string[] s_customNames = ["A", "b c", "D", "E", "F.G", "unused"];
    private static readonly string[] s_profileNames = ["firstName", "FirstName", "profileARN", "MailingAddress1", "Unknown"];
    private static readonly string[] s_ownNames = ["Tier", "fav colour", "unused"];
    private static readonly string[] s_defaultNames = ["A", "E", "F.G", "Customer.FirstName", "Customer.Attributes.Tier", "Agent.FirstName", "System.Name"];
    private static readonly string[] s_values = ["", "x", "1", "{{Attributes.Custom.A}}", "ü\"\\"];
    private readonly TemplateRun _run = new();
    private int _number;

    public void Dispose() => _run.Dispose();

    private static Gen<Dictionary<string, string>> Values(string[] names, string[] values) =>
        from chosen in Gen.SubListOf(names)
        from given in Gen.Elements(values).ArrayOf(chosen.Count)
        select chosen.Zip(given).ToDictionary(pair => pair.First, pair => pair.Second);

    private static Arbitrary<GeneratedCase> Cases() => Arb.From(
        from count in Gen.Choose(1, 8)
        from pieces in Gen.Elements(s_pieces).ArrayOf(count)
        from defaults in Values(s_defaultNames, ["d"])
        from custom in Values(s_customNames, s_values)
        from profile in Values(s_profileNames, s_values)
        from own in Values(s_ownNames, s_values)
        from ownName in Gen.Elements("custom", "Attributes")
        where !(profile.ContainsKey("firstName") && profile.ContainsKey("FirstName"))
        select new GeneratedCase(string.Concat(pieces), defaults, custom, profile, own, ownName));

    [Property(MaxTest = 400, Replay = "(20261122,11)")]
    public Property The_local_answer_is_the_services() => Prop.ForAll(Cases(), test =>
    {
        SandboxTemplate template = _run.Sandbox.AddTemplate($"Case {_number++}", OutboundChannel.WhatsApp, test.Content, test.Defaults);
        Dictionary<string, object> profile = test.Profile.ToDictionary(entry => entry.Key, entry => (object)entry.Value);
        profile[test.OwnName] = test.Own;
        string json = JsonSerializer.Serialize(profile);
        using var directory = new TemplateDirectory(_run.Client, new Pacer(TimeProvider.System), TemplateRun.Quick);
        using var renderer = new TemplateRenderer(directory);

        MessageTemplateText text = directory.TextAsync(template.KnowledgeBaseId, template.MessageTemplateId).GetAwaiter().GetResult();
        RenderedTemplate rendered = renderer.RenderAsync(new()
        {
            KnowledgeBaseId = template.KnowledgeBaseId,
            MessageTemplateId = template.MessageTemplateId,
            TemplateAttributes = new TemplateAttributes { CustomAttributes = test.Custom, CustomerProfileAttributes = json },
        }).GetAwaiter().GetResult();

        // The same attribute may be written in several ways, and only the caller's kinds are the caller's to give.
        IEnumerable<string> service = rendered.NotInterpolated.Select(path => MessageTemplateText.Parse($"{{{{{path}}}}}").Variables.Single())
            .Where(variable => variable.Column is not null).Select(variable => variable.Column!);
        Assert.Equal(
            service.Distinct().Order(StringComparer.Ordinal),
            text.Missing(test.Custom, json).Select(variable => variable.Column!).Order(StringComparer.Ordinal));
        Assert.False(text.HasLogic);
    });

    public sealed record GeneratedCase(
        string Content,
        Dictionary<string, string> Defaults,
        Dictionary<string, string> Custom,
        Dictionary<string, string> Profile,
        Dictionary<string, string> Own,
        string OwnName);
}
