using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Tests.Templates;

public sealed class TemplateCheckTests : IDisposable
{
    private readonly TemplateRun _templates = new();

    public void Dispose() => _templates.Dispose();

    [Fact]
    public async Task A_row_that_gives_every_value_stays_as_it_is()
    {
        CheckedRow row = Row(Template("Hi {{Attributes.Custom.Order}}"), ("Template.Order", "7"));
        Assert.Same(row, await new TemplateCheck(_templates.Directory).CheckAsync(row));
    }

    [Fact]
    public async Task A_row_that_lacks_values_is_invalid_and_names_all_their_columns()
    {
        CheckedRow row = await CheckAsync(
            Template("Hi {{Attributes.Customer.FirstName}}, {{Attributes.Custom.Order}} {{Attributes.Custom.Date}}"),
            ("Template.Date", "today"));
        RowFault fault = Assert.Single(row.Faults);
        Assert.Equal("TemplateAttributeMissing", fault.Kind);
        Assert.Contains("Profile.FirstName, Template.Order,", fault.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Template.Date", fault.Text, StringComparison.Ordinal);
        Assert.False(row.IsValid);
    }

    [Fact]
    public async Task A_default_of_the_template_counts_as_a_value()
    {
        string id = _templates.Sandbox.AddTemplate(
            "with default",
            OutboundChannel.SMS,
            "Hi {{Attributes.Custom.Order}}",
            new Dictionary<string, string> { ["Order"] = "none" }).MessageTemplateId;
        Assert.True((await CheckAsync(id)).IsValid);
    }

    [Fact]
    public async Task A_row_without_a_template_is_not_asked_about()
    {
        CheckedRow row = Given.Valid();
        Assert.Same(row, await new TemplateCheck(_templates.Directory).CheckAsync(row));
        Assert.Equal(0, _templates.Sandbox.RequestCount);
    }

    [Fact]
    public async Task A_template_is_asked_for_once_whether_it_is_there_or_not()
    {
        var check = new TemplateCheck(_templates.Directory);
        string there = Template("Hi");
        for (int i = 0; i < 10; i++)
        {
            Assert.True((await check.CheckAsync(Row(there))).IsValid);
            Assert.Equal("TemplateNotFound", (await check.CheckAsync(Row("00000000-0000-0000-0000-000000000000"))).Faults[0].Kind);
        }

        Assert.Equal(2, _templates.Sandbox.RequestCount);
    }

    private string Template(string content) => _templates.Sandbox.AddTemplate(Guid.NewGuid().ToString(), OutboundChannel.SMS, content).MessageTemplateId;

    private async Task<CheckedRow> CheckAsync(string template, params (string Column, object? Cell)[] cells) =>
        await new TemplateCheck(_templates.Directory).CheckAsync(Row(template, cells));

    private CheckedRow Row(string template, params (string Column, object? Cell)[] cells)
    {
        MappingOptions options = Given.Options((ContactField.KnowledgeBaseId, _templates.KnowledgeBaseId), (ContactField.MessageTemplateId, template));
        CheckedRow row = new RowReader(options).Read(Given.Row([("Phone", Given.Number), .. cells]));
        Assert.True(row.IsValid, string.Join(' ', row.Faults));
        return row;
    }
}
