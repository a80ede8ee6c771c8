using Amazon.Connect.Model;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Tests.Validation;

public class RequestValidatorTests
{
    [Fact]
    public void A_row_with_everything_becomes_a_request_with_everything()
    {
        var arguments = Given.Arguments(
            (ContactField.SegmentAttribute, new Dictionary<string, object?> { ["tier"] = 2, ["connect:X"] = new List<object?> { "a" } }));
        CheckedRow row = Given.Read(
            new MappingOptions { Arguments = arguments },
            ("To", "+1 206 555 0100"), ("Attribute.OrderId", "A-1"), ("Chat Duration", "01:30:00"), ("Name", "Ana"), ("Text", "Hello {Name}"),
            ("RelatedContactId", "r"),
            ("SupportedMessagingContentType", "text/plain;text/markdown"), ("ClientToken", "token"));
        Assert.Empty(row.Faults);
        StartOutboundChatContactRequest request = row.Request!;
        Assert.Equal(("TELEPHONE_NUMBER", "+12065550100"), (request.DestinationEndpoint!.Type!.Value, request.DestinationEndpoint.Address));
        Assert.Equal(("CONNECT_PHONENUMBER_ARN", Given.Source), (request.SourceEndpoint!.Type!.Value, request.SourceEndpoint.Address));
        Assert.Equal((Given.Instance, Given.Flow), (request.InstanceId, request.ContactFlowId));
        Assert.Equal("connect:SMS", request.SegmentAttributes!["connect:Subtype"].ValueString);
        Assert.Equal(2, request.SegmentAttributes["tier"].ValueInteger);
        Assert.Single(request.SegmentAttributes["connect:X"].ValueList!);
        Assert.Equal("A-1", request.Attributes!["OrderId"]);
        Assert.Equal(90, request.ChatDurationInMinutes);
        Assert.Equal("Ana", request.ParticipantDetails!.DisplayName);
        Assert.Equal(("text/plain", "Hello Ana"), (request.InitialSystemMessage!.ContentType, request.InitialSystemMessage.Content));
        Assert.Null(request.InitialTemplatedSystemMessage);
        Assert.Equal("r", request.RelatedContactId);
        Assert.Equal(["text/plain", "text/markdown"], request.SupportedMessagingContentTypes);
        Assert.Equal("token", request.ClientToken);
    }

    [Fact]
    public void A_template_has_its_attributes_even_when_there_are_none()
    {
        CheckedRow row = Given.Valid(("KnowledgeBaseId", "kb"), ("Template", "t:$LATEST"));
        TemplatedMessageConfig template = row.Request!.InitialTemplatedSystemMessage!;
        Assert.Equal(("kb", "t:$LATEST"), (template.KnowledgeBaseId, template.MessageTemplateId));
        Assert.NotNull(template.TemplateAttributes);
        Assert.Null(template.TemplateAttributes!.CustomAttributes);
    }

    [Fact]
    public void Ids_are_taken_out_of_arns()
    {
        CheckedRow row = Given.Read(
            Given.Options(
                (ContactField.InstanceId, $"arn:aws:connect:us-east-1:123456789012:instance/{Given.Instance}"),
                (ContactField.ContactFlowId, $"arn:aws:connect:us-east-1:123456789012:instance/{Given.Instance}/contact-flow/{Given.Flow}")),
            ("Phone", Given.Number));
        Assert.Equal((Given.Instance, Given.Flow), (row.Request!.InstanceId, row.Request.ContactFlowId));
    }

    [Fact]
    public void A_row_is_judged_by_itself_whatever_was_right_in_the_row_before()
    {
        string arn = $"arn:aws:connect:us-east-1:123456789012:instance/{Given.Instance}";
        var reader = new RowReader(new MappingOptions
        {
            Arguments = new Dictionary<ContactField, object>
            {
                [ContactField.Channel] = OutboundChannel.SMS,
                [ContactField.ContactFlowId] = $"{arn}/contact-flow/{Given.Flow}",
            },
        });
        // The same strings come again and again, as arguments do.
        (string? Source, string? Instance)[] pairs =
        [
            (null, null), (Given.Source, arn), (Given.Source, arn), (Given.Source, "another"),
            (null, arn), (Given.Number, arn), (Given.Source, null), (Given.Source, arn),
        ];
        CheckedRow[] rows = [.. pairs
            .Select((given, i) => reader.Read(Given.Row(i + 1, ("Phone", Given.Number), ("Source", given.Source), ("InstanceId", given.Instance))))];
        Assert.Equal(
            ["SourceMissing InstanceIdMissing", "", "", "ContactFlowIdInvalid", "SourceMissing", "SourceInvalid", "InstanceIdMissing", ""],
            rows.Select(row => string.Join(' ', Given.Kinds(row))));
        Assert.All(
            rows.Where(row => row.IsValid),
            row => Assert.Equal(
                (Given.Source, Given.Instance, Given.Flow),
                (row.Request!.SourceEndpoint!.Address, row.Request.InstanceId, row.Request.ContactFlowId)));
    }

    [Fact]
    public void A_row_without_a_token_gets_one_of_its_own() =>
        Assert.NotEqual(Given.Valid().Request!.ClientToken, Given.Valid().Request!.ClientToken);

    [Fact]
    public void Every_fault_of_a_row_is_named()
    {
        CheckedRow row = Given.Read(
            Given.Options((ContactField.Source, "+12065550199")),
            ("Phone", "not a number"), ("ChatDuration", "59"), ("Text", "Hello {Nme}"), ("Attribute.Order Id", "x"),
            ("SupportedMessagingContentType", "text/markdown"));
        Assert.Equal(
            ["PlaceholderUnknown", "DestinationInvalid", "SourceInvalid", "AttributeNameInvalid", "ChatDurationOutOfRange", "SupportedContentTypeWithoutPlain"],
            Given.Kinds(row));
        Assert.Null(row.Request);
        Assert.Equal("not a number", row.Destination);
    }

    public static TheoryData<string, string, object> OneFault => new()
    {
        { "DestinationMissing", "Phone", "" },
        { "DestinationInvalid", "Phone", "2065550100" },
        { "DestinationInvalid", "Phone", new[] { "+12065550100" } },
        { "ChatDurationOutOfRange", "ChatDuration", "59" },
        { "ChatDurationOutOfRange", "ChatDuration", "10081" },
        { "ChatDurationInvalid", "ChatDuration", "soon" },
        { "DisplayNameTooLong", "Name", new string('n', 257) },
        { "TextBroken", "Name", "\ud83d" },
        { "RelatedContactIdTooLong", "RelatedContactId", new string('r', 257) },
        { "ClientTokenTooLong", "ClientToken", new string('t', 501) },
        { "MessageTooLong", "Text", new string('m', 1025) },
        { "TextBroken", "Text", "half \ude00" },
        { "MessageContentTypeInvalid", "ContentType", "text/html" },
        { "MessageContentTypeInvalid", "ContentType", "text/markdown" },
        { "KnowledgeBaseIdMissing", "Template", "t" },
        { "MessageTemplateIdMissing", "KnowledgeBaseId", "kb" },
        { "RelatedContactIdTooLong", "RelatedContactId", string.Concat(Enumerable.Repeat("😀", 257)) },
        { "MessageTemplateIdMissing", "TemplateAttribute", "{\"a\":\"b\"}" },
        { "AttributeNameInvalid", "Attribute.Ünicode", "x" },
        { "AttributesTooLong", "Attribute.a", new string('ü', 16_384) },
        { "TextBroken", "Attribute.a", "\ud83d" },
        { "SegmentAttributeInvalid", "Segment.no blanks", "x" },
        { "SegmentAttributeInvalid", "Segment." + new string('s', 129), "x" },
        { "SegmentAttributeInvalid", "Segment.a", new string('s', 1025) },
        { "SegmentAttributeInvalid", "Segment.a", new List<object?> { "x" } },
        { "SegmentAttributeInvalid", "SegmentAttribute", "{\"a\":{\"ValueArn\":\"arn:aws:x\"}}" },
        { "ChannelContradiction", "Segment.connect:Subtype", "connect:WhatsApp" },
        { "SupportedContentTypeWithoutPlain", "SupportedMessagingContentType", "text/markdown" },
        { "SupportedMessagingContentTypeTooLong", "SupportedMessagingContentType", "text/plain;" + new string('x', 101) },
    };

    [Theory]
    [MemberData(nameof(OneFault))]
    public void Each_constraint_of_the_api_has_its_fault(string kind, string column, object cell)
    {
        (string, object?)[] cells = column == "Phone" ? [(column, cell)] : [("Phone", Given.Number), (column, cell)];
        CheckedRow row = Given.Read(Given.Options(), cells);
        Assert.Equal([kind], Given.Kinds(row));
        Assert.False(row.IsValid);
    }

    public static TheoryData<string, object> AtTheLimit => new()
    {
        { "ChatDuration", "60" },
        { "ChatDuration", "7.00:00:00" },
        { "Name", string.Concat(Enumerable.Repeat("😀", 256)) },
        { "RelatedContactId", new string('r', 256) },
        { "ClientToken", new string('t', 500) },
        { "Text", new string('m', 1024) },
        { "Attribute.a", new string('a', 32_767) },
        { "Segment." + new string('s', 128), new string('s', 1024) },
        { "Segment.connect:Subtype", "connect:SMS" },
        { "SupportedMessagingContentType", "text/plain;" + new string('x', 100) },
    };

    [Theory]
    [MemberData(nameof(AtTheLimit))]
    public void What_reaches_a_limit_is_still_valid(string column, object cell) => Assert.Empty(Given.Valid((column, cell)).Faults);

    [Theory]
    [InlineData(ContactField.InstanceId, "InstanceIdMissing")]
    [InlineData(ContactField.ContactFlowId, "ContactFlowIdMissing")]
    [InlineData(ContactField.Source, "SourceMissing")]
    [InlineData(ContactField.Channel, "ChannelMissing")]
    public void What_is_required_and_absent_is_a_fault(ContactField absent, string kind)
    {
        Dictionary<ContactField, object> arguments = Given.Arguments();
        arguments.Remove(absent);
        Assert.Equal([kind], Given.Kinds(Given.Read(new MappingOptions { Arguments = arguments }, ("Phone", Given.Number))));
    }

    [Theory]
    [InlineData("+12065550100", "is a phone number")]
    [InlineData("12345", "is no ARN")]
    [InlineData("arn:aws:sms-voice:us-east-1:123456789012:phone-number/phone-1", "AWS End User Messaging SMS")]
    [InlineData("arn:aws:social-messaging:us-east-1:123456789012:phone-number-id/1", "AWS End User Messaging Social")]
    [InlineData("arn:aws:connect:us-east-1:123456789012:instance/1", "something else")]
    public void The_likely_mistakes_with_the_source_number_are_told_apart(string source, string says)
    {
        CheckedRow row = Given.Read(Given.Options((ContactField.Source, source)), ("Phone", Given.Number));
        RowFault fault = Assert.Single(row.Faults);
        Assert.Equal("SourceInvalid", fault.Kind);
        Assert.Contains(says, fault.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:connect:us-east-1:123456789012:instance/other/contact-flow/f")]
    [InlineData("arn:aws:connect:us-east-1:123456789012:instance/other")]
    [InlineData("a/b")]
    public void A_flow_of_another_instance_or_of_no_form_is_a_fault(string flow) =>
        Assert.Equal(["ContactFlowIdInvalid"], Given.Kinds(Given.Read(Given.Options((ContactField.ContactFlowId, flow)), ("Phone", Given.Number))));

    [Fact]
    public void Message_and_template_exclude_each_other() =>
        Assert.Equal(["MessageAndTemplate"], Given.Kinds(Given.Valid(("Text", "hi"), ("Template", "t"), ("KnowledgeBaseId", "kb"))));

    [Theory]
    [InlineData("t", true)]
    [InlineData("t:3", true)]
    [InlineData("t:$LATEST", true)]
    [InlineData("t:$ACTIVE_VERSION", true)]
    [InlineData("arn:aws:wisdom:us-east-1:123456789012:message-template/kb/t:2", true)]
    [InlineData("t:", false)]
    [InlineData("t:$latest", false)]
    [InlineData("t t", false)]
    public void A_template_may_name_its_version(string template, bool valid) =>
        Assert.Equal(valid ? [] : (string[])["MessageTemplateIdInvalid"], Given.Kinds(Given.Valid(("Template", template), ("KnowledgeBaseId", "kb"))));

    [Fact]
    public void A_file_read_with_the_wrong_delimiter_is_recognized()
    {
        CheckedRow row = Given.Read(Given.Options(), ("Phone Number;Customer Name", "+12065550101;Ana"));
        Assert.Contains("-Delimiter \";\"", Assert.Single(row.Faults).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_destination_names_the_columns_there_are() =>
        Assert.Contains(
            "'Rufnummer', 'Kunde'",
            Assert.Single(Given.Read(Given.Options(), ("Rufnummer", "+11"), ("Kunde", "x")).Faults).Text,
            StringComparison.Ordinal);

    [Fact]
    public void What_is_no_row_is_invalid_and_nothing_else_is_said()
    {
        CheckedRow row = new Engine.Runs.RowReader(Given.Options()).Read(Row.NotARow(3, "The row is null.", null));
        Assert.Equal("The row is null.", Assert.Single(row.Faults).Text);
    }
}
