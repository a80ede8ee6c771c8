using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests.Templates;

/// <summary>The clients that others wrote find what they expect.</summary>
public sealed class QConnectClientTests
{
    private const string Program = """
        import json, sys
        import boto3
        client = boto3.client('qconnect', endpoint_url=sys.argv[1])
        base = client.list_knowledge_bases()['knowledgeBaseSummaries'][0]
        kb = base['knowledgeBaseId']
        pages = {'knowledgeBaseId': kb, 'PaginationConfig': {'PageSize': 1}}
        listed = [t for page in client.get_paginator('list_message_templates').paginate(**pages) for t in page['messageTemplateSummaries']]
        found = [t for page in client.get_paginator('search_message_templates').paginate(**pages, searchExpression={
            'filters': [{'name': 'channelSubtype', 'operator': 'EQUALS', 'values': ['WHATSAPP']}]}) for t in page['results']]
        arn = client.get_message_template(
            knowledgeBaseId=base['knowledgeBaseArn'], messageTemplateId=found[0]['messageTemplateArn'] + ':$LATEST')['messageTemplate']
        got = client.get_message_template(knowledgeBaseId=kb, messageTemplateId=listed[0]['messageTemplateId'] + ':$ACTIVE_VERSION')['messageTemplate']
        rendered = client.render_message_template(knowledgeBaseId=kb, messageTemplateId=listed[0]['messageTemplateId'], attributes={
            'customerProfileAttributes': {'firstName': 'Zoë'}})
        errors = []
        for call in (lambda: client.get_message_template(knowledgeBaseId=kb, messageTemplateId=kb), lambda: client.list_message_templates(knowledgeBaseId='x')):
            try:
                call()
            except client.exceptions.ClientError as error:
                errors.append(type(error).__name__)
        json.dump({
            'type': base['knowledgeBaseType'], 'listed': [t['name'] for t in listed],
            'found': [t['sourceConfigurationSummary']['whatsApp']['status'] for t in found],
            'arn': arn['content']['whatsApp']['data'], 'year': got['createdTime'].year, 'default': got['defaultAttributes']['customerProfileAttributes'],
            'kinds': got['attributeTypes'], 'version': got['versionNumber'], 'text': rendered['content']['sms']['body']['plainText']['content'],
            'missing': rendered['attributesNotInterpolated'], 'errors': errors}, sys.stdout)
        """;

    private static readonly SandboxOptions Signed = new() { AccessKey = RealClients.AccessKey, SecretKey = RealClients.SecretKey };

    [Boto3Fact]
    public async Task Boto3_pages_gets_renders_and_its_signatures_are_right()
    {
        using var sandbox = SandboxServer.Start(Signed);

        ProcessOutcome outcome = await RealClients.RunAsync("python3", ["-c", Program, sandbox.EndpointUrl]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        JsonNode expected = new JsonObject
        {
            ["type"] = "MESSAGE_TEMPLATES",
            ["listed"] = new JsonArray("Order shipped", "Appointment reminder"),
            ["found"] = new JsonArray("VALID"),
            ["arn"] = sandbox.Templates[1].Content,
            ["year"] = sandbox.Templates[0].CreatedAt.Year,
            ["default"] = new JsonObject { ["firstName"] = "there" },
            ["kinds"] = new JsonArray("CUSTOMER_PROFILE", "CUSTOM"),
            ["version"] = 1,
            ["text"] = "Hello Zoë, your order {{Attributes.Custom.OrderId}} is on its way.",
            ["missing"] = new JsonArray("Attributes.Custom.OrderId"),
            ["errors"] = new JsonArray("ResourceNotFoundException", "ValidationException"),
        };
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(outcome.Output)), outcome.Output);
    }

    [AwsCliFact]
    public async Task The_command_line_renders_a_template()
    {
        using var sandbox = SandboxServer.Start(Signed);

        ProcessOutcome outcome = await RealClients.RunAsync("aws",
        [
            "qconnect", "render-message-template", "--endpoint-url", sandbox.EndpointUrl, "--output", "json",
            "--knowledge-base-id", sandbox.Templates[0].KnowledgeBaseId, "--message-template-id", $"{sandbox.Templates[0].MessageTemplateId}:1",
            "--attributes", """{"customAttributes":{"OrderId":"A-1"}}""",
        ]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        JsonNode answer = JsonNode.Parse(outcome.Output)!;
        Assert.Equal("Hello there, your order A-1 is on its way.", (string?)answer["content"]!["sms"]!["body"]!["plainText"]!["content"]);
        Assert.Empty(answer["attributesNotInterpolated"]!.AsArray());
    }
}
