using Amazon.Connect;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests.Connect;

public sealed class AroundTheSendRequestTests
{
    private const string Arn = "arn:aws:connect:eu-central-1:111122223333:instance/i-1";

    private static readonly (string Name, Func<AmazonConnectClient, Task> Call, string Params)[] Calls =
    [
        (nameof(AmazonConnectClient.ListInstancesAsync), client => client.ListInstancesAsync(new()), "{}"),
        (
            nameof(AmazonConnectClient.ListInstancesAsync),
            client => client.ListInstancesAsync(new() { MaxResults = 10, NextToken = "a/b+c==" }),
            """{"MaxResults":10,"NextToken":"a/b+c=="}"""),
        (nameof(AmazonConnectClient.ListPhoneNumbersV2Async), client => client.ListPhoneNumbersV2Async(new()), "{}"),
        (
            nameof(AmazonConnectClient.ListPhoneNumbersV2Async),
            client => client.ListPhoneNumbersV2Async(new()
            {
                InstanceId = "i-1",
                TargetArn = Arn,
                MaxResults = 1000,
                NextToken = "n &",
                PhoneNumberCountryCodes = ["US", "DE"],
                PhoneNumberTypes = [PhoneNumberType.DID, PhoneNumberType.SHORT_CODE],
                PhoneNumberPrefix = "+49",
            }),
            $$"""
            {"InstanceId":"i-1","TargetArn":"{{Arn}}","MaxResults":1000,"NextToken":"n &","PhoneNumberCountryCodes":["US","DE"],
            "PhoneNumberTypes":["DID","SHORT_CODE"],"PhoneNumberPrefix":"+49"}
            """),
        (nameof(AmazonConnectClient.ListContactFlowsAsync), client => client.ListContactFlowsAsync(new() { InstanceId = "i-1" }), """{"InstanceId":"i-1"}"""),
        (
            nameof(AmazonConnectClient.ListContactFlowsAsync),
            client => client.ListContactFlowsAsync(new()
            {
                InstanceId = Arn,
                ContactFlowTypes = [ContactFlowType.CONTACT_FLOW, ContactFlowType.AGENT_WHISPER],
                MaxResults = 1,
                NextToken = "t/=",
            }),
            $$"""{"InstanceId":"{{Arn}}","ContactFlowTypes":["CONTACT_FLOW","AGENT_WHISPER"],"MaxResults":1,"NextToken":"t/="}"""),
        (
            nameof(AmazonConnectClient.DescribeContactAsync),
            client => client.DescribeContactAsync(new() { InstanceId = "i-1", ContactId = "c/1" }),
            """{"InstanceId":"i-1","ContactId":"c/1"}"""),
        (
            nameof(AmazonConnectClient.StopContactAsync),
            client => client.StopContactAsync(new() { InstanceId = "i-1", ContactId = "c-1" }),
            """{"InstanceId":"i-1","ContactId":"c-1"}"""),
    ];

    public static TheoryData<string, Func<AmazonConnectClient, Task>, string> Incomplete => new()
    {
        { "flows", client => client.ListContactFlowsAsync(new()), "ListContactFlows needs InstanceId" },
        { "contact", client => client.DescribeContactAsync(new() { InstanceId = "i" }), "DescribeContact needs ContactId" },
    };

    [BotocoreFact]
    public async Task Botocore_finds_every_request_valid_and_sends_the_same_for_the_same_members()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, "{}"));
        using var client = Clients.For(server);

        await BotocoreComparison.AssertSameAsync("connect", server, client, Calls);
    }

    [Fact]
    public async Task Requests_are_signed_for_connect_with_the_signature_that_the_secret_gives()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, "{}"));
        using var client = Clients.For(server);

        foreach (var (_, call, _) in Calls) await call(client);

        Assert.All(
            server.Requests,
            request => Assert.Equal(SigV4.Signature(request, Clients.Secret, Clients.Region, "connect"), SigV4.Parts(request)["Signature"]));
    }

    [Fact]
    public async Task A_list_without_types_asks_for_all()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, "{}"));
        using var client = Clients.For(server);

        await client.ListContactFlowsAsync(new() { InstanceId = "i-1", ContactFlowTypes = [] });

        Assert.Equal("/contact-flows-summary/i-1", Assert.Single(server.Requests).Target);
    }

    [Theory]
    [MemberData(nameof(Incomplete), DisableDiscoveryEnumeration = true)]
    public async Task Without_a_member_of_its_path_nothing_is_sent(string name, Func<AmazonConnectClient, Task> call, string message)
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, "{}"));
        using var client = Clients.For(server);

        var error = await Assert.ThrowsAsync<AmazonClientException>(() => call(client));

        Assert.NotEmpty(name);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
