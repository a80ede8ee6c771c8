using System.Net;
using Amazon.QConnect;
using Amazon.QConnect.Model;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests.QConnect;

public sealed class QConnectAnswerTests
{
    private const string Template = """
        {"messageTemplate":{"messageTemplateArn":"arn:t","messageTemplateId":"t","knowledgeBaseArn":"arn:kb","knowledgeBaseId":"kb","name":"Order shipped",
        "channel":"CHAT","channelSubtype":"WHATSAPP","createdTime":"2026-03-01T12:00:00Z",
        "lastModifiedTime":"2026-03-01T14:30:00.250+02:00","lastModifiedBy":"arn:me",
        "content":{"whatsApp":{"data":"Hello {{Attributes.Customer.FirstName}}"}},"description":"d","language":"en_US",
        "sourceConfigurationSummary":{"whatsApp":{"businessAccountId":"waba-1","templateId":"42","name":"order_shipped","language":"en",
        "components":["c"],"status":"REJECTED","statusReason":"Because."}},
        "defaultAttributes":{"customAttributes":{"Shop":"ours"},"customerProfileAttributes":{"firstName":"friend","custom":{"Tier":"none"}},
        "agentAttributes":{"lastName":"Lee"},"systemAttributes":{"customerEndpoint":{"address":"+1"}}},
        "attributeTypes":["CUSTOMER_PROFILE","NEW_ONE"],"isActive":true,"versionNumber":5000000000,"messageTemplateContentSha256":"aa","newMember":[1]}}
        """;

    [Fact]
    public async Task A_template_has_all_its_members()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, Template, ("x-amzn-RequestId", "r-1")));
        using var client = QConnectClients.For(server);

        var response = await client.GetMessageTemplateAsync(new() { KnowledgeBaseId = "kb", MessageTemplateId = "t" });

        Assert.Equal(("r-1", HttpStatusCode.OK), (response.ResponseMetadata.RequestId, response.HttpStatusCode));
        var template = response.MessageTemplate!;
        Assert.Equal(
            ("arn:t", "t", "arn:kb", "kb", "Order shipped"),
            (template.MessageTemplateArn, template.MessageTemplateId, template.KnowledgeBaseArn, template.KnowledgeBaseId, template.Name));
        Assert.Equal(
            ("CHAT", ChannelSubtype.WHATSAPP, "d", "en_US", true, 5_000_000_000L),
            (template.Channel, template.ChannelSubtype, template.Description, template.Language, template.IsActive, template.VersionNumber));
        Assert.Equal(new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc), template.CreatedTime);
        Assert.Equal(
            (new DateTime(2026, 3, 1, 12, 30, 0, 250, DateTimeKind.Utc), DateTimeKind.Utc),
            (template.LastModifiedTime!.Value, template.LastModifiedTime.Value.Kind));
        Assert.Equal("Hello {{Attributes.Customer.FirstName}}", template.Content!.WhatsApp!.Data);
        var source = template.SourceConfigurationSummary!.WhatsApp!;
        Assert.Equal(
            ("waba-1", "42", "order_shipped", "en", WhatsAppSourceConfigurationStatus.REJECTED, "Because."),
            (source.BusinessAccountId, source.TemplateId, source.Name, source.Language, source.Status, source.StatusReason));
        Assert.Equal(["c"], source.Components);
        var defaults = template.DefaultAttributes!;
        Assert.Equal(
            ("ours", "friend", "none", "Lee", "+1"),
            (defaults.CustomAttributes!["Shop"],
                defaults.CustomerProfileAttributes!.FirstName,
                defaults.CustomerProfileAttributes.Custom!["Tier"],
                defaults.AgentAttributes!.LastName,
                defaults.SystemAttributes!.CustomerEndpoint!.Address));
        Assert.Equal(["CUSTOMER_PROFILE", "NEW_ONE"], template.AttributeTypes);
    }

    [Fact]
    public async Task Lists_and_searches_give_a_page_and_where_the_next_begins()
    {
        await using var server = new HostileEndpoint(request => RawAnswer.Json(200, (request.Method, request.Target) switch
        {
            ("POST", _) => """
                {"results":[{"messageTemplateId":"t","channelSubtype":"SMS","isActive":false,"versionNumber":2,
                "sourceConfigurationSummary":{}}],"nextToken":"s"}
                """,
            ("GET", "/knowledgeBases") => """
                {"knowledgeBaseSummaries":[{"knowledgeBaseId":"kb","knowledgeBaseArn":"a","name":"n",
                "knowledgeBaseType":"MESSAGE_TEMPLATES","status":"ACTIVE","description":"d"}],"nextToken":"k"}
                """,
            _ => """{"messageTemplateSummaries":[{"messageTemplateId":"t","name":"n","activeVersionNumber":3}],"nextToken":"m"}""",
        }));
        using var client = QConnectClients.For(server);

        var bases = await client.ListKnowledgeBasesAsync(new());
        var templates = await client.ListMessageTemplatesAsync(new() { KnowledgeBaseId = "kb" });
        var found = await client.SearchMessageTemplatesAsync(new() { KnowledgeBaseId = "kb", SearchExpression = new() });

        Assert.Equal(("k", "m", "s"), (bases.NextToken, templates.NextToken, found.NextToken));
        var summary = Assert.Single(bases.KnowledgeBaseSummaries!);
        Assert.Equal(
            ("kb", "a", "n", KnowledgeBaseType.MESSAGE_TEMPLATES, KnowledgeBaseStatus.ACTIVE, "d"),
            (summary.KnowledgeBaseId, summary.KnowledgeBaseArn, summary.Name, summary.KnowledgeBaseType, summary.Status, summary.Description));
        Assert.Equal(3, Assert.Single(templates.MessageTemplateSummaries!).ActiveVersionNumber);
        Assert.Equal((ChannelSubtype.SMS, false, 2L), (found.Results![0].ChannelSubtype, found.Results[0].IsActive, found.Results[0].VersionNumber));
    }

    [Fact]
    public async Task A_rendering_gives_the_text_and_what_had_no_value()
    {
        await using var server = new HostileEndpoint(
            RawAnswer.Json(200, """{"content":{"sms":{"body":{"plainText":{"content":"Hi {{x}}"}}}},"attributesNotInterpolated":["x"]}"""));
        using var client = QConnectClients.For(server);

        var response = await client.RenderMessageTemplateAsync(new() { KnowledgeBaseId = "kb", MessageTemplateId = "t", Attributes = new() });

        Assert.Equal("Hi {{x}}", response.Content!.Sms!.Body!.PlainText!.Content);
        Assert.Equal(["x"], response.AttributesNotInterpolated);
    }

    [Theory]
    [InlineData("ValidationException", 400, typeof(ValidationException))]
    [InlineData("ThrottlingException", 400, typeof(ThrottlingException))]
    [InlineData("UnauthorizedException", 401, typeof(UnauthorizedException))]
    [InlineData("AccessDeniedException", 403, typeof(AccessDeniedException))]
    [InlineData("ResourceNotFoundException", 404, typeof(ResourceNotFoundException))]
    [InlineData("ExpiredTokenException", 403, typeof(AmazonQConnectException))]
    [InlineData("InternalFailure", 500, typeof(AmazonQConnectException))]
    public async Task An_error_code_gives_its_exception(string code, int status, Type type)
    {
        await using var server = new HostileEndpoint(
            RawAnswer.Json(
                status,
                """{"message":"Because.","resourceName":"x"}""",
                ("x-amzn-ErrorType", $"{code}:http://internal/"),
                ("x-amzn-RequestId", "r-9")));
        using var client = QConnectClients.For(server);

        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.ListKnowledgeBasesAsync(new()));

        Assert.Equal(type, error.GetType());
        Assert.Equal((code, "Because.", (HttpStatusCode)status, "r-9"), (error.ErrorCode, error.Message, error.StatusCode, error.RequestId));
    }

    [Fact]
    public async Task A_template_that_cannot_be_read_is_an_unmarshalling_error()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"messageTemplate":{"createdTime":"yesterday"}}"""));
        using var client = QConnectClients.For(server);

        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.GetMessageTemplateAsync(new() { KnowledgeBaseId = "kb", MessageTemplateId = "t" }));
    }
}
