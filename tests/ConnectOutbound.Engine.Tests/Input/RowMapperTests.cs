using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Input;

public class RowMapperTests
{
    private static readonly MappingOptions s_none = new();

    private static ContactDraft Map(MappingOptions options, params (string, object?)[] cells) => new RowMapper(options).Map(Given.Row(cells));

    public static TheoryData<string, ContactField> KnownColumns
    {
        get
        {
            var data = new TheoryData<string, ContactField>();
            foreach ((ContactField known, IReadOnlyList<string> aliases) in FieldColumns.Aliases)
            {
                foreach (string name in aliases.Prepend(known.ToString()))
                    data.Add(name, known);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(KnownColumns))]
    public void Every_name_of_a_field_is_taken_for_it_however_it_is_written(string name, ContactField field)
    {
        string spaced = string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {c}" : $"{c}"));
        foreach (string written in (string[])[name, name.ToUpperInvariant(), spaced, spaced.Replace(' ', '_'), spaced.Replace(' ', '-')])
        {
            ContactDraft draft = Map(s_none with { ReadsTimeZone = true }, (written, Sample(field)));
            Assert.Empty(draft.Faults);
            Assert.NotNull(Value(draft, field));
        }
    }

    [Fact]
    public void What_became_of_a_contact_gives_a_new_one_its_customer_and_nothing_else()
    {
        var warnings = new List<string>();
        MappingOptions options = s_none with
        {
            Warn = warnings.Add,
            AttributeColumns = ["*"],
            Arguments = new Dictionary<ContactField, object> { [ContactField.InstanceId] = "given" },
        };
        (string, object?)[] state =
        [
            ("ContactId", "c"), ("InstanceId", "i"), ("State", "Active"), ("Channel", "SMS"), ("Destination", "+12065550100"), ("InitiatedAt", null),
            ("ConnectedAt", null),
            ("AgentConnectedAt", null), ("DisconnectedAt", null), ("DisconnectReason", null), ("AgentId", "a"), ("QueueId", "q"), ("LastUpdatedAt", null),
        ];
        ContactDraft draft = Map(options, [.. state, ("City", "Oslo")]);
        Assert.Equal(("+12065550100", OutboundChannel.SMS, "given"), (draft.Destination, draft.Channel, draft.InstanceId));
        Assert.Equal("City", Assert.Single(draft.Attributes!).Key);
        Assert.Empty(warnings);

        // One of them alone is a column like any other.
        Map(s_none with { Warn = warnings.Add }, ("Destination", "+12065550100"), ("AgentId", "a"));
        Assert.Contains("AgentId", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", true)]
    [InlineData("display_name", true)]
    [InlineData("Channel", false)]
    [InlineData("Order", false)]
    public void An_argument_is_no_key_column_and_the_fault_says_so(string column, bool isArgument)
    {
        ContactDraft draft = Map(
            s_none with { KeyColumn = column, Arguments = new Dictionary<ContactField, object> { [ContactField.DisplayName] = "x" } },
            ("Destination", "+12065550100"));
        RowFault fault = Assert.Single(draft.Faults);
        Assert.Equal("KeyColumnMissing", fault.Kind);
        Assert.Equal(isArgument, fault.Text.Contains("-DisplayName was given as an argument", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "The run's key column is 'Order', which the row does not have; the nearest is 'Ordr'.")]
    [InlineData(false, "-KeyColumn names 'Order', which the row does not have; the nearest is 'Ordr'.")]
    public void A_key_column_that_is_missing_is_called_the_runs_own_where_the_command_names_none(bool isOfRun, string text)
    {
        ContactDraft draft = Map(s_none with { KeyColumn = "Order", IsKeyColumnOfRun = isOfRun }, ("Destination", "+12065550100"), ("Ordr", "7"));
        Assert.Equal(("KeyColumnMissing", text), (Assert.Single(draft.Faults).Kind, draft.Faults[0].Text));
    }

    private static string Sample(ContactField field) => field switch
    {
        ContactField.Channel => "whatsapp",
        ContactField.Source => Given.Source,
        ContactField.ChatDurationInMinutes => "60",
        ContactField.Attribute or ContactField.SegmentAttribute or ContactField.TemplateAttribute or ContactField.CustomerProfileAttribute => """{"a":"b"}""",
        _ => "value",
    };

    private static object? Value(ContactDraft draft, ContactField field) => field switch
    {
        ContactField.Destination => draft.Destination,
        ContactField.Country => draft.Country,
        ContactField.TimeZone => draft.TimeZone,
        ContactField.Source => draft.Source,
        ContactField.InstanceId => draft.InstanceId,
        ContactField.ContactFlowId => draft.ContactFlowId,
        ContactField.Channel => draft.Channel,
        ContactField.Message => draft.Message,
        ContactField.MessageContentType => draft.MessageContentType,
        ContactField.KnowledgeBaseId => draft.KnowledgeBaseId,
        ContactField.MessageTemplateId => draft.MessageTemplateId,
        ContactField.TemplateAttribute => draft.TemplateAttributes,
        ContactField.CustomerProfileAttribute => draft.CustomerProfileAttributes,
        ContactField.Attribute => draft.Attributes,
        ContactField.SegmentAttribute => draft.SegmentAttributes,
        ContactField.ChatDurationInMinutes => draft.ChatDurationInMinutes,
        ContactField.DisplayName => draft.DisplayName,
        ContactField.RelatedContactId => draft.RelatedContactId,
        ContactField.SupportedMessagingContentType => draft.SupportedMessagingContentTypes,
        ContactField.ClientToken => draft.ClientToken,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    [Fact]
    public void An_argument_wins_over_a_column_and_one_warning_names_the_column()
    {
        var warnings = new List<string>();
        var mapper = new RowMapper(new MappingOptions { Arguments = Given.Arguments(), Warn = warnings.Add });
        for (int i = 1; i <= 3; i++)
            Assert.Equal(OutboundChannel.SMS, mapper.Map(Given.Row(i, ("Phone", Given.Number), ("Channel", "WhatsApp"))).Channel);

        string warning = Assert.Single(warnings);
        Assert.Contains("'Channel'", warning, StringComparison.Ordinal);
        Assert.Contains("-Channel", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_nothing_uses_are_named_once()
    {
        var warnings = new List<string>();
        var columns = new ColumnSet(["Phone", "Notes", "Shoe size", "FirstName"]);
        var mapper = new RowMapper(new MappingOptions { Arguments = Given.Arguments((ContactField.Message, "Hello {First Name}")), Warn = warnings.Add });
        for (int i = 1; i <= 3; i++)
            mapper.Map(new Row(i, columns, [Given.Number, "n", "43", "Ana"]));

        string warning = Assert.Single(warnings);
        Assert.Contains("'Notes', 'Shoe size'", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("FirstName", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_columns_for_one_field_the_better_name_is_used_and_a_warning_says_so()
    {
        var warnings = new List<string>();
        var mapper = new RowMapper(new MappingOptions { Warn = warnings.Add });
        Assert.Equal("+12", mapper.Map(Given.Row(("Mobile", "+11"), ("Phone", "+12"))).Destination);
        Assert.Contains("'Mobile', 'Phone'", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnMap_takes_headers_of_ones_own_and_comes_before_the_known_names()
    {
        var options = new MappingOptions { ColumnMap = new Dictionary<string, string> { ["Destination"] = "Rufnummer", ["Attribute.OrderId"] = "Bestell Nr" } };
        ContactDraft draft = Map(options, ("Rufnummer", "+11"), ("Phone", "+12"), ("bestell_nr", "A-1"));
        Assert.Equal("+11", draft.Destination);
        Assert.Equal("A-1", draft.Attributes!["OrderId"]);
    }

    [Fact]
    public void ColumnMap_takes_an_alias_for_a_key() =>
        Assert.Equal("+11", Map(new MappingOptions { ColumnMap = new Dictionary<string, string> { ["To"] = "Rufnummer" } }, ("Rufnummer", "+11")).Destination);

    [Fact]
    public void A_mapped_column_that_the_row_does_not_have_is_a_fault()
    {
        var options = new MappingOptions { ColumnMap = new Dictionary<string, string> { ["Destination"] = "Rufnummer" } };
        Assert.Equal("MappedColumnMissing", Assert.Single(Map(options, ("Telefon", "+11")).Faults).Kind);
    }

    [Fact]
    public void A_key_of_ColumnMap_that_is_no_parameter_stops_the_run_before_it_begins()
    {
        OutboundException e = Assert.Throws<OutboundException>(
            () => new RowMapper(new MappingOptions { ColumnMap = new Dictionary<string, string> { ["Destinaton"] = "x" } }));
        Assert.Equal("ColumnMap", e.Parameter);
        Assert.Contains("Destination", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prefixed_columns_become_entries_and_empty_ones_are_absent()
    {
        ContactDraft draft = Map(
            s_none,
            ("Attribute.OrderId", "A-1"), ("attribute.Empty", " "), ("Segment.priority", "1"), ("Template", "t"), ("Template.FirstName", "Ana"),
            ("Profile.City", "Olomouc"));
        Assert.Equal(["OrderId"], draft.Attributes!.Keys);
        Assert.Equal("1", draft.SegmentAttributes!["priority"].ValueString);
        Assert.Equal("Ana", draft.TemplateAttributes!["FirstName"]);
        Assert.Equal("""{"City":"Olomouc"}""", draft.CustomerProfileAttributes);
    }

    [Fact]
    public void Template_columns_without_a_template_are_named_as_unused()
    {
        var warnings = new List<string>();
        ContactDraft draft = Map(new MappingOptions { Warn = warnings.Add }, ("Phone", "+11"), ("Template.FirstName", "Ana"));
        Assert.Null(draft.TemplateAttributes);
        Assert.Contains("'Template.FirstName'", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void AttributeColumn_sends_columns_under_their_own_names()
    {
        ContactDraft draft = Map(new MappingOptions { AttributeColumns = ["order-id", "Name"] }, ("Name", "Ana"), ("OrderId", "A-1"), ("Notes", "n"));
        Assert.Equal(new Dictionary<string, string> { ["OrderId"] = "A-1", ["Name"] = "Ana" }, draft.Attributes);
        Assert.Equal("Ana", draft.DisplayName);
    }

    [Fact]
    public void AttributeColumn_star_takes_all_that_nothing_else_uses()
    {
        var warnings = new List<string>();
        var options = new MappingOptions
        {
            Arguments = Given.Arguments((ContactField.Message, "Hello {FirstName}")),
            AttributeColumns = ["*"],
            Warn = warnings.Add,
        };
        ContactDraft draft = Map(options, ("Phone", "+11"), ("FirstName", "Ana"), ("OrderId", "A-1"), ("Language", "cs"), ("ConnectStatus", "Failed"));
        Assert.Equal(["OrderId", "Language"], draft.Attributes!.Keys);
        Assert.Empty(warnings);
    }

    [Fact]
    public void AttributeColumn_that_the_row_does_not_have_is_a_fault() =>
        Assert.Equal("AttributeColumnMissing", Assert.Single(Map(new MappingOptions { AttributeColumns = ["OrderNo"] }, ("OrderId", "A-1")).Faults).Kind);

    [Fact]
    public void Entries_of_an_argument_join_those_of_the_row_and_win_over_them()
    {
        var warnings = new List<string>();
        var attributes = new Dictionary<string, object?> { ["Campaign"] = "winter", ["OrderId"] = "fixed" };
        var arguments = new Dictionary<ContactField, object> { [ContactField.Attribute] = attributes };
        ContactDraft draft = Map(new MappingOptions { Arguments = arguments, Warn = warnings.Add }, ("Attribute.OrderId", "A-1"), ("Attribute.Language", "cs"));
        Assert.Equal(new Dictionary<string, string> { ["OrderId"] = "fixed", ["Language"] = "cs", ["Campaign"] = "winter" }, draft.Attributes);
        Assert.Contains("'OrderId'", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello {Name}", "Hello Ana")]
    [InlineData("{name}{NAME}", "AnaAna")]
    [InlineData("{{{Name}}}", "{Ana}")]
    [InlineData("{{Name}}", "{Name}")]
    [InlineData("no braces", "no braces")]
    [InlineData("{ Order_Id }", "A-1")]
    public void Placeholders_are_replaced_and_doubled_braces_are_literal(string message, string expected) =>
        Assert.Equal(expected, Map(Given.Options((ContactField.Message, message)), ("Name", "Ana"), ("OrderId", "A-1")).Message);

    [Fact]
    public void A_message_of_the_row_has_placeholders_too() =>
        Assert.Equal("Hello Ana", Map(s_none, ("Name", "Ana"), ("Text", "Hello {Name}")).Message);

    [Theory]
    [InlineData("PlaceholderUnknown", "Hello {Nme}")]
    [InlineData("PlaceholderEmpty", "Hello {Empty}")]
    [InlineData("PlaceholderNoText", "Hello {List}")]
    [InlineData("CellUnreadable", "Hello {Broken}")]
    public void A_placeholder_that_cannot_be_filled_is_a_fault(string kind, string message)
    {
        ContactDraft draft = Map(
            Given.Options((ContactField.Message, message)),
            ("Empty", ""),
            ("List", new[] { 1 }),
            ("Broken", new CellError("no such file")));
        Assert.Equal(kind, Assert.Single(draft.Faults).Kind);
    }

    [Theory]
    [InlineData("{Nme}", "a column 'Nme', which the row does not have; the nearest is 'Name'.", "Phone", "Name")]
    [InlineData("{OrderID2}", "a column 'OrderID2', which the row does not have; the nearest is 'order_id'.", "Phone", "order_id")]
    [InlineData("{Ordre}", "a column 'Ordre', which the row does not have; the nearest are 'Order', 'Ordré'.", "Order", "Ordré", "Phone")]
    [InlineData("{Balance}", "a column 'Balance', which the row does not have; it has 'Phone', 'Name'.", "Phone", "Name")]
    [InlineData(
        "{Balance}",
        "a column 'Balance', which the row does not have; it has 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', ….",
        "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9")]
    [InlineData("{Balance}", "a column 'Balance', which the row does not have.")]
    public void A_placeholder_without_a_column_names_the_one_that_was_probably_meant(string message, string says, params string[] columns)
    {
        ContactDraft draft = Map(Given.Options((ContactField.Message, message)), [.. columns.Select(column => (column, (object?)"x"))]);
        Assert.Contains(says, Assert.Single(draft.Faults, fault => fault.Kind == "PlaceholderUnknown").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_that_names_no_column_names_the_one_that_was_probably_meant()
    {
        var map = new Dictionary<string, string> { ["Destination"] = "Telefon" };
        ContactDraft draft = Map(
            Given.Options() with { ColumnMap = map, AttributeColumns = ["Citty"], KeyColumn = "OrderNo" },
            ("Telephon", Given.Number),
            ("City", "Bonn"),
            ("order_nr", "7"));
        Assert.Equal(
            [
                "-ColumnMap takes Destination from the column 'Telefon', which the row does not have; the nearest is 'Telephon'.",
                "-AttributeColumn names 'Citty', which the row does not have; the nearest is 'City'.",
                "-KeyColumn names 'OrderNo', which the row does not have; the nearest is 'order_nr'.",
            ],
            draft.Faults.Where(fault => fault.Kind is "MappedColumnMissing" or "AttributeColumnMissing" or "KeyColumnMissing")
                .Select(fault => fault.Text)
                .OrderBy(text => text[1] switch { 'C' => 0, 'A' => 1, _ => 2 }));
    }

    [Fact]
    public void A_fault_is_named_for_each_placeholder() =>
        Assert.Equal(2, Map(Given.Options((ContactField.Message, "{a} {b}"))).Faults.Count);

    [Theory]
    [InlineData("Hello {Name")]
    [InlineData("Hello Name}")]
    [InlineData("Hello {}")]
    [InlineData("Hello {a{b}}")]
    public void A_message_argument_whose_braces_do_not_pair_stops_the_run_before_it_begins(string message) =>
        Assert.Equal("Message", Assert.Throws<OutboundException>(() => new RowMapper(Given.Options((ContactField.Message, message)))).Parameter);

    [Fact]
    public void A_message_column_whose_braces_do_not_pair_is_a_fault_of_the_row() =>
        Assert.Equal("MessageInvalid", Assert.Single(Map(s_none, ("Text", "Hello {Name")).Faults).Kind);

    [Fact]
    public void A_cell_that_cannot_be_read_is_a_fault_that_names_the_column()
    {
        RowFault fault = Assert.Single(Map(s_none, ("Phone", new CellError("no such file"))).Faults);
        Assert.Contains("'Phone'", fault.Text, StringComparison.Ordinal);
        Assert.Contains("no such file", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Supported_content_types_come_as_a_list_or_separated_by_semicolons()
    {
        Assert.Equal(
            ["text/plain", "text/markdown"],
            Map(s_none, ("SupportedMessagingContentType", "text/plain; text/markdown;")).SupportedMessagingContentTypes);
        Assert.Equal(["text/plain"], Map(s_none, ("SupportedMessagingContentType", new List<object?> { "text/plain" })).SupportedMessagingContentTypes);
    }

    [Fact]
    public void A_row_knows_whether_it_brought_its_own_instance_flow_or_number()
    {
        Assert.False(Map(Given.Options(), ("Flow", "other"), ("Phone", "+11")).BringsOwnResource);
        Assert.True(Map(s_none, ("Flow", "other")).BringsOwnResource);
        Assert.False(Map(s_none, ("Flow", "")).BringsOwnResource);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    public void Text_for_entries_must_be_a_json_object(string text)
    {
        Assert.Equal("AttributeInvalid", Assert.Single(Map(s_none, ("Attribute", text)).Faults).Kind);
        Assert.Equal("CustomerProfileAttributeInvalid", Assert.Single(Map(s_none, ("CustomerProfileAttribute", text)).Faults).Kind);
    }

    [Fact]
    public void Customer_profile_text_goes_as_written_and_joins_columns()
    {
        Assert.Equal("""{ "a" : 1 }""", Map(s_none, ("CustomerProfileAttribute", """{ "a" : 1 }""")).CustomerProfileAttributes);
        Assert.Equal(
            """{"a":1,"b":"x"}""",
            Map(s_none, ("Template", "t"), ("CustomerProfileAttribute", """{ "a" : 1 }"""), ("Profile.b", "x")).CustomerProfileAttributes);
    }
}
