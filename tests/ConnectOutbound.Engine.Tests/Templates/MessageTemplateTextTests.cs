using Amazon.QConnect.Model;
using ConnectOutbound.Engine.Templates;
using static ConnectOutbound.Engine.Templates.TemplateVariableKind;

namespace ConnectOutbound.Engine.Tests.Templates;

public sealed class MessageTemplateTextTests
{
    private static string Shown(MessageTemplateText text) =>
        string.Join(", ", text.Variables.Select(variable => $"{variable.Kind}:{variable.Name}{(variable.IsConditional ? "?" : "")}"));

    [Theory]
    [InlineData("Hi {{Attributes.Customer.FirstName}}", "CustomerProfile:FirstName")]
    [InlineData("{{Attributes.Customer.Attributes.Tier}}", "CustomerProfile:Attributes.Tier")]
    [InlineData("{{Attributes.Agent.FirstName}}{{Attributes.System.Name}}", "Agent:FirstName, System:Name")]
    [InlineData("{{Attributes.Custom.OrderId}} {{Attributes.Custom.OrderId}}", "Custom:OrderId")]
    [InlineData("{{Attributes.OrderId}} {{OrderId}}", "Custom:OrderId")]
    [InlineData("{{Attributes.Custom.a.b}}", "Custom:a.b")]
    [InlineData(
        "{{ Attributes.Custom.A }}{{{Attributes.Custom.B}}}{{&Attributes.Custom.C}}{{~Attributes.Custom.D~}}",
        "Custom:A, Custom:B, Custom:C, Custom:D")]
    [InlineData("{{Attributes.Custom.[order id]}}", "Custom:order id")]
    [InlineData("{{Attributes.Customer.Recommendations.[0].CatalogItem.Name}}", "CustomerProfile:Recommendations.0.CatalogItem.Name")]
    [InlineData("{{!Attributes.Custom.X}}{{!-- }} {{Attributes.Custom.Y}} --}}{{Attributes.Custom.Z}}", "Custom:Z")]
    [InlineData(@"\{{Attributes.Custom.X}} \\{{Attributes.Custom.Y}}", "Custom:Y")]
    [InlineData("{{1}} {{}} {{ }} {Attributes.Custom.X} {{Attributes.Custom.X", "")]
    [InlineData("{{Attributes}}{{Attributes.Custom}}", "Custom:Attributes, Custom:Custom")]
    public void Variables_are_found_as_the_service_documents_them(string content, string variables)
    {
        MessageTemplateText text = MessageTemplateText.Parse(content);
        Assert.Equal((variables, false), (Shown(text), text.HasLogic));
    }

    [Theory]
    [InlineData(
        "{{#if Attributes.Custom.Vip}}Dear {{Attributes.Customer.LastName}}{{else}}Hi{{/if}} {{Attributes.Custom.OrderId}}",
        "Custom:Vip?, CustomerProfile:LastName?, Custom:OrderId")]
    [InlineData("{{#if Attributes.Custom.A}}{{Attributes.Custom.A}}{{/if}}{{Attributes.Custom.A}}", "Custom:A")]
    [InlineData("{{Attributes.Custom.A}}{{#if Attributes.Custom.A}}x{{/if}}", "Custom:A")]
    [InlineData("{{#each Attributes.Customer.Recommendations}}{{this}}{{CatalogItem.Name}}{{../x}}{{@index}}{{/each}}", "CustomerProfile:Recommendations?")]
    [InlineData("{{upper Attributes.Custom.A \"Attributes.Custom.B\" to=Attributes.Custom.C}}", "Custom:A?, Custom:C?")]
    [InlineData("{{> footer}}", "")]
    public void What_a_text_may_do_without_is_conditional(string content, string variables)
    {
        MessageTemplateText text = MessageTemplateText.Parse(content);
        Assert.Equal((variables, true), (Shown(text), text.HasLogic));
        Assert.DoesNotContain(text.Missing(null, null), variable => variable.IsConditional);
    }

    [Fact]
    public void Defaults_of_each_kind_are_known()
    {
        var defaults = new MessageTemplateAttributes
        {
            CustomAttributes = new() { ["A"] = "a" },
            CustomerProfileAttributes = new() { FirstName = "f", Custom = new() { ["Tier"] = "t" } },
            AgentAttributes = new() { LastName = "l" },
            SystemAttributes = new() { CustomerEndpoint = new() { Address = "+1" } },
        };
        MessageTemplateText text = MessageTemplateText.Parse(
            "{{A}}{{B}}{{Attributes.Customer.FirstName}}{{Attributes.Customer.LastName}}{{Attributes.Customer.Attributes.Tier}}"
                + "{{Attributes.Agent.LastName}}{{Attributes.System.CustomerEndpointAddress}}",
            defaults);

        Assert.Equal(["a", null, "f", null, "t", "l", "+1"], text.Variables.Select(variable => variable.Default));
        Assert.Equal(["Template.B", "Profile.LastName"], text.Missing(null, null).Select(variable => variable.Column));
    }

    [Theory]
    [InlineData("""{"FirstName":"Zoë"}""", true)]
    [InlineData("""{"firstName":"Zoë"}""", true)]
    [InlineData("""{"firstName":7}""", true)]
    [InlineData("""{"FIRSTNAME":"Zoë"}""", false)]
    [InlineData("""{"firstName":""}""", false)]
    [InlineData("""{"firstName":null}""", false)]
    [InlineData("""{"firstName":{"a":1}}""", false)]
    [InlineData("""["firstName"]""", false)]
    [InlineData("no json", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_profile_value_is_found_in_the_json(string? json, bool given)
    {
        Assert.Equal(given, MessageTemplateText.Parse("{{Attributes.Customer.FirstName}}").Missing(null, json).Count == 0);
    }

    [Theory]
    [InlineData("""{"Attributes":{"Tier":"gold"}}""")]
    [InlineData("""{"custom":{"tier":"gold"}}""")]
    public void The_profiles_own_attributes_are_in_an_object_of_their_own(string json)
    {
        MessageTemplateText text = MessageTemplateText.Parse("{{Attributes.Customer.Attributes.Tier}}");
        Assert.Empty(text.Missing(null, json));
        Assert.Equal("Attributes.Tier", Assert.Single(text.Missing(null, """{"Tier":"gold"}""")).Name);
    }

    [Fact]
    public void What_only_the_service_can_fill_is_never_missing()
    {
        MessageTemplateText text = MessageTemplateText.Parse("{{Attributes.System.Name}}{{Attributes.Agent.FirstName}}{{Attributes.Custom.A}}");
        Assert.Equal([Custom], text.Missing(new Dictionary<string, string> { ["A"] = "" }, null).Select(variable => variable.Kind));
        Assert.Empty(text.Missing(new Dictionary<string, string> { ["A"] = "1" }, null));
        Assert.Equal([null, null, "Template.A"], text.Variables.Select(variable => variable.Column));
    }

    [Fact]
    public void What_whatsapp_parameters_are_filled_with_counts_as_text()
    {
        var template = new ExtendedMessageTemplateData
        {
            Content = new() { WhatsApp = new() { Data = "Hello {{1}}" } },
            SourceConfigurationSummary = new() { WhatsApp = new() { Components = ["""{"parameters":[{"text":"{{Attributes.Custom.Name}}"}]}"""] } },
        };
        Assert.Equal("Custom:Name", Shown(MessageTemplateText.Of(template)));
    }
}
