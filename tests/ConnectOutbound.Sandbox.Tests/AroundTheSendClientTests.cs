using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests;

/// <summary>The clients that others wrote find what they expect around the send.</summary>
public sealed class AroundTheSendClientTests
{
    private const string Program = """
        import datetime, json, sys
        import boto3
        client = boto3.client('connect', endpoint_url=sys.argv[1])
        instances = [i for page in client.get_paginator('list_instances').paginate(PaginationConfig={'PageSize': 1}) for i in page['InstanceSummaryList']]
        instance = instances[0]['Id']
        numbers = [n for page in client.get_paginator('list_phone_numbers_v2').paginate(InstanceId=instance, PaginationConfig={'PageSize': 2})
                   for n in page['ListPhoneNumbersSummaryList']]
        flows = [f for page in client.get_paginator('list_contact_flows').paginate(InstanceId=instance, ContactFlowTypes=['CONTACT_FLOW', 'AGENT_WHISPER'],
                 PaginationConfig={'PageSize': 2}) for f in page['ContactFlowSummaryList']]
        sms = [n for n in numbers if ':sms-voice:' in n.get('SourcePhoneNumberArn', '')][0]
        contact = client.start_outbound_chat_contact(
            SourceEndpoint={'Type': 'CONNECT_PHONENUMBER_ARN', 'Address': sms['PhoneNumberArn']},
            DestinationEndpoint={'Type': 'TELEPHONE_NUMBER', 'Address': '+12065550100'}, InstanceId=instance, ContactFlowId=flows[0]['Id'],
            SegmentAttributes={'connect:Subtype': {'ValueString': 'connect:SMS'}}, Attributes={'OrderId': 'A-1'})['ContactId']
        before = client.describe_contact(InstanceId=instance, ContactId=contact)['Contact']
        client.stop_contact(InstanceId=instance, ContactId=contact)
        after = client.describe_contact(InstanceId=instance, ContactId=contact)['Contact']
        errors = []
        for call in (lambda: client.stop_contact(InstanceId=instance, ContactId=contact), lambda: client.describe_contact(InstanceId=instance, ContactId='x'),
                     lambda: client.list_contact_flows(InstanceId='x'), lambda: client.list_phone_numbers_v2(NextToken='x')):
            try:
                call()
            except client.exceptions.ClientError as error:
                errors.append(f"{type(error).__name__} {error.response['ResponseMetadata']['HTTPStatusCode']}")
        json.dump({
            'instances': [i['InstanceAlias'] for i in instances], 'created': isinstance(instances[0]['CreatedTime'], datetime.datetime),
            'numbers': [n['PhoneNumber'] for n in numbers], 'flows': [f"{f['Name']} {f['ContactFlowState']} {f['ContactFlowStatus']}" for f in flows],
            'running': 'DisconnectTimestamp' not in before, 'channel': before['Channel'],
            'subtype': before['SegmentAttributes']['connect:Subtype']['ValueString'],
            'customer': before['CustomerEndpoint']['Address'], 'initiated': before['InitiationTimestamp'].timestamp(), 'attributes': before['Attributes'],
            'ended': after['DisconnectTimestamp'] >= before['ConnectedToSystemTimestamp'], 'reason': after['DisconnectReason'], 'errors': errors}, sys.stdout)
        """;

    // What is signed is verified, paths and queries included.
    private static readonly SandboxOptions Signed = new() { AccessKey = RealClients.AccessKey, SecretKey = RealClients.SecretKey };

    [Boto3Fact]
    public async Task Boto3_finds_its_way_from_the_instances_to_the_end_of_a_contact()
    {
        using var sandbox = SandboxServer.Start(Signed);
        sandbox.AddInstance("second");

        ProcessOutcome outcome = await RealClients.RunAsync("python3", ["-c", Program, sandbox.EndpointUrl]);

        Assert.True(outcome.ExitCode == 0, outcome.Error);
        SandboxContact contact = Assert.Single(sandbox.Contacts);
        JsonNode answer = JsonNode.Parse(outcome.Output)!;
        Assert.InRange((double)answer["initiated"]! - (contact.ReceivedAt.ToUnixTimeMilliseconds() / 1000d), -5, 5);
        answer.AsObject().Remove("initiated");
        JsonNode expected = new JsonObject
        {
            ["instances"] = new JsonArray("sandbox", "second"),
            ["created"] = true,
            ["numbers"] = new JsonArray([.. sandbox.PhoneNumbers.Select(number => JsonValue.Create(number.PhoneNumber))]),
            ["flows"] = new JsonArray(
                [.. sandbox.Flows.Where(flow => flow.Type is "CONTACT_FLOW" or "AGENT_WHISPER")
                    .Select(flow => JsonValue.Create($"{flow.Name} {flow.State} {flow.Status}"))]),
            ["running"] = true,
            ["channel"] = "CHAT",
            ["subtype"] = "connect:SMS",
            ["customer"] = "+12065550100",
            ["attributes"] = new JsonObject { ["OrderId"] = "A-1" },
            ["ended"] = true,
            ["reason"] = "API",
            ["errors"] = new JsonArray(
                "ContactNotFoundException 410", "ResourceNotFoundException 404", "ResourceNotFoundException 404", "InvalidParameterException 400"),
        };
        Assert.True(JsonNode.DeepEquals(expected, answer), outcome.Output);
    }

    [AwsCliFact]
    public async Task The_command_line_pages_lists_and_describes_a_contact()
    {
        using var sandbox = SandboxServer.Start(Signed);
        string instance = sandbox.Instances[0].InstanceId;

        JsonNode flows = await RunAsync(sandbox, "list-contact-flows", "--instance-id", instance, "--contact-flow-types", "CONTACT_FLOW", "--page-size", "1");
        JsonNode started = await RunAsync(
            sandbox,
            "start-outbound-chat-contact",
            "--source-endpoint", $"Type=CONNECT_PHONENUMBER_ARN,Address={sandbox.PhoneNumbers[0].Arn}",
            "--destination-endpoint", $"Type=TELEPHONE_NUMBER,Address={Bodies.Destination}",
            "--instance-id", instance, "--contact-flow-id", (string)flows["ContactFlowSummaryList"]![0]!["Id"]!,
            "--segment-attributes", """{"connect:Subtype":{"ValueString":"connect:SMS"}}""");
        sandbox.EndChats();
        JsonNode described = await RunAsync(sandbox, "describe-contact", "--instance-id", instance, "--contact-id", (string)started["ContactId"]!);

        Assert.Equal(sandbox.Flows.Count(flow => flow.Type == "CONTACT_FLOW"), flows["ContactFlowSummaryList"]!.AsArray().Count);
        Assert.Equal("CONTACT_FLOW_DISCONNECT", (string?)described["Contact"]!["DisconnectReason"]);
        Assert.NotNull(described["Contact"]!["InitiationTimestamp"]);
    }

    private static async Task<JsonNode> RunAsync(OutboundSandbox sandbox, params string[] arguments)
    {
        ProcessOutcome outcome = await RealClients.RunAsync("aws", ["connect", .. arguments, "--endpoint-url", sandbox.EndpointUrl, "--output", "json"]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return JsonNode.Parse(outcome.Output)!;
    }
}
