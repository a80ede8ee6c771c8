using System.Net;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests.Connect;

public sealed class AroundTheSendAnswerTests
{
    private const string Described = """
        {"Contact":{"Id":"c","Arn":"arn:c","InitialContactId":"c0","PreviousContactId":"c1","RelatedContactId":"c2","ContactAssociationId":"c3",
        "InitiationMethod":"API","Channel":"CHAT",
        "Name":"n","Description":"d","QueueInfo":{"Id":"q","EnqueueTimestamp":1772366402},
        "AgentInfo":{"Id":"a","ConnectedToAgentTimestamp":1772366403.5,"DeviceInfo":{}},
        "InitiationTimestamp":1772366400.123,"ConnectedToSystemTimestamp":1.772366401E9,"DisconnectTimestamp":1772370000.0,
        "LastUpdateTimestamp":1772370001,"ScheduledTimestamp":0,
        "DisconnectReason":"EXPIRED","DisconnectDetails":{"PotentialDisconnectIssue":"p"},
        "SegmentAttributes":{"connect:Subtype":{"ValueString":"connect:SMS"},"order":{"ValueMap":{"n":{"ValueInteger":3}}}},
        "CustomerEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"+12065550100","DisplayName":"Zoë"},"SystemEndpoint":{"Type":"NEW_ONE","Address":"s"},
        "Attributes":{"OrderId":"A-1"},"CustomerId":"k","Tags":{"t":"v"},"Recordings":[{"StartTimestamp":1}],"TotalPauseCount":0}}
        """;

    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_contact_has_all_its_members_and_its_times_in_UTC()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, Described, ("x-amzn-RequestId", "r-1")));
        using var client = Clients.For(server);

        var response = await client.DescribeContactAsync(new() { InstanceId = "i", ContactId = "c" });

        Assert.Equal(("r-1", HttpStatusCode.OK), (response.ResponseMetadata.RequestId, response.HttpStatusCode));
        var contact = response.Contact!;
        Assert.Equal(
            ("c", "arn:c", "c0", "c1", "c2", "c3"),
            (contact.Id, contact.Arn, contact.InitialContactId, contact.PreviousContactId, contact.RelatedContactId, contact.ContactAssociationId));
        Assert.Equal((ContactInitiationMethod.API, Channel.CHAT, "n", "d"), (contact.InitiationMethod, contact.Channel, contact.Name, contact.Description));
        Assert.Equal(
            ("q", Noon.AddSeconds(2), "a", Noon.AddSeconds(3.5)),
            (contact.QueueInfo!.Id, contact.QueueInfo.EnqueueTimestamp, contact.AgentInfo!.Id, contact.AgentInfo.ConnectedToAgentTimestamp));
        Assert.Equal((Noon.AddMilliseconds(123), DateTimeKind.Utc), (contact.InitiationTimestamp!.Value, contact.InitiationTimestamp.Value.Kind));
        Assert.Equal(
            (Noon.AddSeconds(1), Noon.AddHours(1), Noon.AddSeconds(3601), DateTime.UnixEpoch),
            (contact.ConnectedToSystemTimestamp, contact.DisconnectTimestamp, contact.LastUpdateTimestamp, contact.ScheduledTimestamp));
        Assert.Equal(("EXPIRED", "p"), (contact.DisconnectReason, contact.DisconnectDetails!.PotentialDisconnectIssue));
        Assert.Equal(
            ("connect:SMS", 3),
            (contact.SegmentAttributes!["connect:Subtype"].ValueString, contact.SegmentAttributes["order"].ValueMap!["n"].ValueInteger));
        Assert.Equal(
            (EndpointType.TELEPHONE_NUMBER, "+12065550100", "Zoë"),
            (contact.CustomerEndpoint!.Type, contact.CustomerEndpoint.Address, contact.CustomerEndpoint.DisplayName));
        Assert.Equal(
            ("NEW_ONE", "s", "A-1", "k", "v"),
            (contact.SystemEndpoint!.Type!.Value, contact.SystemEndpoint.Address, contact.Attributes!["OrderId"], contact.CustomerId, contact.Tags!["t"]));
    }

    [Fact]
    public async Task What_a_running_contact_does_not_have_is_null()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"Contact":{"Id":"c","DisconnectTimestamp":null}}"""));
        using var client = Clients.For(server);

        var contact = (await client.DescribeContactAsync(new() { InstanceId = "i", ContactId = "c" })).Contact!;

        Assert.Equal((null, null, null), (contact.DisconnectTimestamp, contact.DisconnectReason, contact.InitiationTimestamp));
        Assert.Null(contact.SegmentAttributes);
    }

    [Fact]
    public async Task Lists_give_a_page_and_where_the_next_begins()
    {
        await using var server = new HostileEndpoint(request => RawAnswer.Json(200, (request.Method, request.Target) switch
        {
            ("POST", "/phone-number/list") => """
                {"ListPhoneNumbersSummaryList":[{"PhoneNumberId":"p","PhoneNumberArn":"arn:p","PhoneNumber":"+12065550142",
                "PhoneNumberCountryCode":"US","PhoneNumberType":"DID",
                "PhoneNumberDescription":"d","TargetArn":"arn:i","InstanceId":"i","SourcePhoneNumberArn":"arn:aws:sms-voice:x"}],"NextToken":"n"}
                """,
            ("GET", "/instance") => """
                {"InstanceSummaryList":[{"Id":"i","Arn":"arn:i","InstanceAlias":"a","InstanceStatus":"ACTIVE",
                "InboundCallsEnabled":false,"OutboundCallsEnabled":true,"CreatedTime":1772366400,
                "ServiceRole":"arn:r","IdentityManagementType":"SAML","InstanceAccessUrl":"https://a.my.connect.aws"}],"NextToken":"n"}
                """,
            _ => """
                {"ContactFlowSummaryList":[{"Id":"f","Arn":"arn:f","Name":"Flow",
                "ContactFlowType":"CONTACT_FLOW","ContactFlowState":"ARCHIVED","ContactFlowStatus":"SAVED"}],"NextToken":"n"}
                """,
        }));
        using var client = Clients.For(server);

        var instances = await client.ListInstancesAsync(new());
        var numbers = await client.ListPhoneNumbersV2Async(new());
        var flows = await client.ListContactFlowsAsync(new() { InstanceId = "i" });

        Assert.Equal(("n", "n", "n"), (instances.NextToken, numbers.NextToken, flows.NextToken));
        var instance = Assert.Single(instances.InstanceSummaryList!);
        Assert.Equal(
            ("i", "arn:i", "a", InstanceStatus.ACTIVE, false, true),
            (instance.Id, instance.Arn, instance.InstanceAlias, instance.InstanceStatus, instance.InboundCallsEnabled, instance.OutboundCallsEnabled));
        Assert.Equal(
            (Noon, "arn:r", DirectoryType.SAML, "https://a.my.connect.aws"),
            (instance.CreatedTime, instance.ServiceRole, instance.IdentityManagementType, instance.InstanceAccessUrl));
        var number = Assert.Single(numbers.ListPhoneNumbersSummaryList!);
        Assert.Equal(
            ("p", "arn:p", "+12065550142", "US", PhoneNumberType.DID),
            (number.PhoneNumberId, number.PhoneNumberArn, number.PhoneNumber, number.PhoneNumberCountryCode!.Value, number.PhoneNumberType));
        Assert.Equal(
            ("d", "arn:i", "i", "arn:aws:sms-voice:x"),
            (number.PhoneNumberDescription, number.TargetArn, number.InstanceId, number.SourcePhoneNumberArn));
        var flow = Assert.Single(flows.ContactFlowSummaryList!);
        Assert.Equal(
            ("f", "arn:f", "Flow", ContactFlowType.CONTACT_FLOW, ContactFlowState.ARCHIVED, ContactFlowStatus.SAVED),
            (flow.Id, flow.Arn, flow.Name, flow.ContactFlowType, flow.ContactFlowState, flow.ContactFlowStatus));
    }

    [Fact]
    public async Task An_answer_without_a_body_is_one()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, ""));
        using var client = Clients.For(server);

        Assert.Equal(HttpStatusCode.OK, (await client.StopContactAsync(new() { InstanceId = "i", ContactId = "c" })).HttpStatusCode);
    }

    [Theory]
    [InlineData("ContactNotFoundException", 410, typeof(ContactNotFoundException))]
    [InlineData("InvalidParameterException", 400, typeof(InvalidParameterException))]
    [InlineData("InvalidActiveRegionException", 400, typeof(InvalidActiveRegionException))]
    [InlineData("ResourceNotFoundException", 404, typeof(ResourceNotFoundException))]
    [InlineData("ThrottlingException", 429, typeof(ThrottlingException))]
    [InlineData("Gone", 410, typeof(AmazonConnectException))]
    public async Task An_error_code_gives_its_exception(string code, int status, Type type)
    {
        await using var server = new HostileEndpoint(
            RawAnswer.Json(status, """{"Message":"Because."}""", ("x-amzn-ErrorType", code), ("x-amzn-RequestId", "r-9")));
        using var client = Clients.For(server);

        var error = await Assert.ThrowsAnyAsync<AmazonConnectException>(() => client.StopContactAsync(new() { InstanceId = "i", ContactId = "c" }));

        Assert.Equal(type, error.GetType());
        Assert.Equal((code, "Because.", (HttpStatusCode)status, "r-9"), (error.ErrorCode, error.Message, error.StatusCode, error.RequestId));
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"1969-12-31T23:59:59Z\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("1e40")]
    [InlineData("1e20")]
    [InlineData("253402300800")]
    [InlineData("-1")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("""{"a":{}}""")]
    public async Task A_time_that_cannot_be_read_leaves_the_rest_of_the_answer(string time)
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, $$$"""{"Contact":{"InitiationTimestamp":{{{time}}},"Id":"c"}}"""));
        using var client = Clients.For(server);

        var contact = (await client.DescribeContactAsync(new() { InstanceId = "i", ContactId = "c" })).Contact!;

        Assert.Equal((DateTime.MinValue, "c"), (contact.InitiationTimestamp, contact.Id));
    }
}
