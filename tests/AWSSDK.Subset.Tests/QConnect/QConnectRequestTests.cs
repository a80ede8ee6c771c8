using Amazon.QConnect;
using Amazon.QConnect.Model;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests.QConnect;

public sealed class QConnectRequestTests
{
    private static readonly CustomerProfileAttributes Profile = new()
    {
        FirstName = "Zoë",
        ProfileARN = "arn:aws:profile:x:y/z",
        MailingAddress1 = "Street 1",
        Custom = new() { ["Tier"] = "gold" },
    };

    private static readonly (string Name, Func<AmazonQConnectClient, Task> Call, string Params)[] Calls =
    [
        (nameof(AmazonQConnectClient.ListKnowledgeBasesAsync), client => client.ListKnowledgeBasesAsync(new()), "{}"),
        (
            nameof(AmazonQConnectClient.ListKnowledgeBasesAsync),
            client => client.ListKnowledgeBasesAsync(new() { MaxResults = 7, NextToken = "a/b+c==" }),
            """{"maxResults":7,"nextToken":"a/b+c=="}"""),
        (
            nameof(AmazonQConnectClient.ListMessageTemplatesAsync),
            client => client.ListMessageTemplatesAsync(new() { KnowledgeBaseId = QConnectClients.KnowledgeBaseId, MaxResults = 100, NextToken = "n &" }),
            $$"""{"knowledgeBaseId":"{{QConnectClients.KnowledgeBaseId}}","maxResults":100,"nextToken":"n &"}"""),
        (
            nameof(AmazonQConnectClient.SearchMessageTemplatesAsync),
            client => client.SearchMessageTemplatesAsync(new()
            {
                KnowledgeBaseId = QConnectClients.KnowledgeBaseId,
                MaxResults = 1,
                NextToken = "t",
                SearchExpression = new()
                {
                    Queries =
                    [
                        new() { Name = "name", Operator = MessageTemplateQueryOperator.CONTAINS_AND_PREFIX, Values = ["Order"], AllowFuzziness = false },
                    ],
                    Filters =
                    [
                        new()
                        {
                            Name = "channelSubtype",
                            Operator = MessageTemplateFilterOperator.EQUALS,
                            Values = ["SMS", "WHATSAPP"],
                            IncludeNoExistence = true,
                        },
                    ],
                },
            }),
            $$"""
            {"knowledgeBaseId":"{{QConnectClients.KnowledgeBaseId}}","maxResults":1,"nextToken":"t","searchExpression":{
              "queries":[{"name":"name","operator":"CONTAINS_AND_PREFIX","values":["Order"],"allowFuzziness":false}],
              "filters":[{"name":"channelSubtype","operator":"EQUALS","values":["SMS","WHATSAPP"],"includeNoExistence":true}] } }
            """),
        (
            nameof(AmazonQConnectClient.GetMessageTemplateAsync),
            client => client.GetMessageTemplateAsync(
                new() { KnowledgeBaseId = QConnectClients.KnowledgeBaseId, MessageTemplateId = $"{QConnectClients.TemplateId}:$LATEST" }),
            $$"""{"knowledgeBaseId":"{{QConnectClients.KnowledgeBaseId}}","messageTemplateId":"{{QConnectClients.TemplateId}}:$LATEST"}"""),
        (
            nameof(AmazonQConnectClient.GetMessageTemplateAsync),
            client => client.GetMessageTemplateAsync(
                new() { KnowledgeBaseId = QConnectClients.KnowledgeBaseId, MessageTemplateId = QConnectClients.TemplateArn }),
            $$"""{"knowledgeBaseId":"{{QConnectClients.KnowledgeBaseId}}","messageTemplateId":"{{QConnectClients.TemplateArn}}"}"""),
        (
            nameof(AmazonQConnectClient.RenderMessageTemplateAsync),
            client => client.RenderMessageTemplateAsync(new()
            {
                KnowledgeBaseId = QConnectClients.KnowledgeBaseId,
                MessageTemplateId = $"{QConnectClients.TemplateId}:3",
                Attributes = new()
                {
                    CustomAttributes = new() { ["OrderId"] = "A-1", ["a b"] = "ü" },
                    CustomerProfileAttributes = Profile,
                    AgentAttributes = new() { FirstName = "Ann", LastName = "Lee" },
                    SystemAttributes = new()
                    {
                        Name = "n",
                        CustomerEndpoint = new() { Address = "+12065550100" },
                        SystemEndpoint = new() { Address = "+12065550101" },
                    },
                },
            }),
            $$"""
            {"knowledgeBaseId":"{{QConnectClients.KnowledgeBaseId}}","messageTemplateId":"{{QConnectClients.TemplateId}}:3","attributes":{
              "customAttributes":{"OrderId":"A-1","a b":"ü"},
              "customerProfileAttributes":{"firstName":"Zoë","profileARN":"arn:aws:profile:x:y/z","mailingAddress1":"Street 1","custom":{"Tier":"gold"} },
              "agentAttributes":{"firstName":"Ann","lastName":"Lee"},
              "systemAttributes":{"name":"n","customerEndpoint":{"address":"+12065550100"},"systemEndpoint":{"address":"+12065550101"} } } }
            """),
        (
            nameof(AmazonQConnectClient.RenderMessageTemplateAsync),
            client => client.RenderMessageTemplateAsync(
                new() { KnowledgeBaseId = QConnectClients.KnowledgeBaseId, MessageTemplateId = QConnectClients.TemplateId, Attributes = new() }),
            $$"""{"knowledgeBaseId":"{{QConnectClients.KnowledgeBaseId}}","messageTemplateId":"{{QConnectClients.TemplateId}}","attributes":{ } }"""),
    ];

    [BotocoreFact]
    public async Task Botocore_finds_every_request_valid_and_sends_the_same_for_the_same_members()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, "{}"));
        using var client = QConnectClients.For(server);
        await BotocoreComparison.AssertSameAsync("qconnect", server, client, Calls);
    }

    [Fact]
    public async Task Requests_are_signed_for_wisdom_with_the_signature_that_the_secret_gives()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, "{}"));
        using var client = QConnectClients.For(server);

        foreach (var (_, call, _) in Calls) await call(client);

        Assert.All(server.Requests, request =>
        {
            var authorization = SigV4.Parts(request);
            Assert.EndsWith($"/{Clients.Region}/wisdom/aws4_request", authorization["Credential"], StringComparison.Ordinal);
            Assert.Equal(SigV4.Signature(request, Clients.Secret, Clients.Region, "wisdom"), authorization["Signature"]);
            Assert.Equal("2020-10-19", request.Header("x-amz-api-version"));
        });
    }

    [Fact]
    public async Task A_template_id_is_one_encoded_segment()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, "{}"));
        using var client = QConnectClients.For(server);

        await client.GetMessageTemplateAsync(new() { KnowledgeBaseId = "kb", MessageTemplateId = "arn:aws:wisdom:r:1:message-template/kb/t:$LATEST" });

        Assert.Equal(
            "/knowledgeBases/kb/messageTemplates/arn%3Aaws%3Awisdom%3Ar%3A1%3Amessage-template%2Fkb%2Ft%3A%24LATEST", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Without_a_knowledge_base_nothing_is_sent()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, "{}"));
        using var client = QConnectClients.For(server);

        var error = await Assert.ThrowsAsync<AmazonClientException>(() => client.ListMessageTemplatesAsync(new()));

        Assert.StartsWith("ListMessageTemplates needs knowledgeBaseId", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
