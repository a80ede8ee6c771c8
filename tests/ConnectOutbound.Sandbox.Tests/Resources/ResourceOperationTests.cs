using System.Net;
using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Sandbox.Tests.Resources;

public sealed class ResourceOperationTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly SandboxServer _sandbox;
    private readonly ConnectClient _client;

    public ResourceOperationTests()
    {
        _sandbox = SandboxServer.Start(Sandboxes.NoQuota, _time);
        _client = new ConnectClient(_sandbox, _time);
    }

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
    }

    private string FlowsPath => $"/contact-flows-summary/{_sandbox.Instances[0].InstanceId}";

    [Fact]
    public async Task An_instance_has_the_members_of_the_service()
    {
        JsonNode item = Assert.Single(await ListAsync("GET", "/instance", "InstanceSummaryList"));

        SandboxInstance instance = _sandbox.Instances[0];
        Assert.Equal(
            (instance.InstanceId, instance.Arn, instance.Alias, "ACTIVE"),
            ((string?)item["Id"], (string?)item["Arn"], (string?)item["InstanceAlias"], (string?)item["InstanceStatus"]));
        Assert.Equal(
            (true, true, "https://sandbox.my.connect.aws"),
            ((bool?)item["InboundCallsEnabled"], (bool?)item["OutboundCallsEnabled"], (string?)item["InstanceAccessUrl"]));
        Assert.Equal(_time.GetUtcNow().ToUnixTimeMilliseconds() / 1000m, (decimal?)item["CreatedTime"]);
    }

    [Fact]
    public async Task Instances_come_ten_in_a_page()
    {
        for (int i = 0; i < 11; i++)
        {
            _sandbox.AddInstance($"more-{i}");
        }

        JsonNode first = await PageAsync("/instance");
        JsonNode second = await PageAsync($"/instance?nextToken={Uri.EscapeDataString((string)first["NextToken"]!)}");

        Assert.Equal((10, 2, null), (first["InstanceSummaryList"]!.AsArray().Count, second["InstanceSummaryList"]!.AsArray().Count, second["NextToken"]));
    }

    [Fact]
    public async Task Flows_come_a_hundred_in_a_page_or_as_asked_for_each_once()
    {
        for (int i = 0; i < 200; i++)
        {
            _sandbox.AddFlow($"More {i}");
        }

        Assert.Equal(100, (await PageAsync(FlowsPath))["ContactFlowSummaryList"]!.AsArray().Count);
        Assert.Equal(_sandbox.Flows.Count, (await PageAsync($"{FlowsPath}?maxResults=1000"))["ContactFlowSummaryList"]!.AsArray().Count);
        var ids = new List<string>();
        string? token = null;
        do
        {
            JsonNode page = await PageAsync($"{FlowsPath}?maxResults=90{(token is null ? "" : $"&nextToken={Uri.EscapeDataString(token)}")}");
            ids.AddRange(page["ContactFlowSummaryList"]!.AsArray().Select(item => (string)item!["Id"]!));
            token = (string?)page["NextToken"];
        }
        while (token is not null);

        Assert.Equal(_sandbox.Flows.Select(flow => flow.ContactFlowId), ids);
    }

    [Theory]
    [InlineData("?contactFlowTypes=AGENT_WHISPER", "Default agent whisper")]
    [InlineData("?contactFlowTypes=AGENT_WHISPER&contactFlowTypes=CUSTOMER_QUEUE", "Default customer queue, Default agent whisper")]
    [InlineData("?contactFlowTypes=CAMPAIGN", "")]
    public async Task Flows_are_listed_by_their_types(string query, string names)
    {
        Assert.Equal(names, string.Join(", ", (await ListAsync("GET", FlowsPath + query, "ContactFlowSummaryList")).Select(item => (string)item["Name"]!)));
    }

    [Fact]
    public async Task Archived_flows_and_drafts_are_listed_with_what_they_are()
    {
        Assert.Equal(
            _sandbox.Flows.Select(flow => $"{flow.ContactFlowId} {flow.Arn} {flow.Name} {flow.Type} {flow.State} {flow.Status}"),
            (await ListAsync("GET", FlowsPath, "ContactFlowSummaryList"))
                .Select(item => $"{item["Id"]} {item["Arn"]} {item["Name"]} {item["ContactFlowType"]} {item["ContactFlowState"]} {item["ContactFlowStatus"]}"));
    }

    [Fact]
    public async Task The_source_ARN_of_a_phone_number_tells_its_channel_and_is_absent_for_calls()
    {
        JsonNode[] numbers = await ListAsync("POST", "/phone-number/list", "ListPhoneNumbersSummaryList");

        Assert.Equal(
            _sandbox.PhoneNumbers.Select(number =>
                $"{number.PhoneNumberId} {number.Arn} {number.PhoneNumber} US DID "
                + $"{_sandbox.Instances[0].Arn} {number.InstanceId} {number.SourcePhoneNumberArn}"),
            numbers.Select(item =>
                $"{item["PhoneNumberId"]} {item["PhoneNumberArn"]} {item["PhoneNumber"]} {item["PhoneNumberCountryCode"]} {item["PhoneNumberType"]} "
                + $"{item["TargetArn"]} {item["InstanceId"]} {item["SourcePhoneNumberArn"]}"));
        Assert.False(numbers[2].AsObject().ContainsKey("SourcePhoneNumberArn"));
    }

    [Theory]
    [InlineData("""{}""", "+12065550142, +12065550143, +12065550144, +447700900111, +99850123")]
    [InlineData("""{"InstanceId":"{1}"}""", "+12065550142, +12065550143, +12065550144, +99850123")]
    [InlineData("""{"TargetArn":"{arn2}"}""", "+447700900111")]
    [InlineData("""{"InstanceId":"{arn2}"}""", "+447700900111")]
    [InlineData("""{"InstanceId":"{1}","TargetArn":"{arn2}"}""", "")]
    [InlineData("""{"PhoneNumberCountryCodes":["GB","FR"]}""", "+447700900111")]
    [InlineData("""{"PhoneNumberTypes":["TOLL_FREE"]}""", "+447700900111")]
    [InlineData("""{"PhoneNumberTypes":[],"PhoneNumberCountryCodes":[],"PhoneNumberPrefix":"+1206555014"}""", "+12065550142, +12065550143, +12065550144")]
    [InlineData("""{"PhoneNumberPrefix":"44"}""", "+447700900111")]
    [InlineData("""{"MaxResults":2}""", "+12065550142, +12065550143")]
    public async Task Phone_numbers_are_listed_by_what_is_asked_for(string body, string numbers)
    {
        SandboxInstance second = _sandbox.AddInstance("second");
        _sandbox.AddPhoneNumber("+447700900111", OutboundChannel.SMS, "TOLL_FREE", second.InstanceId);
        _sandbox.AddPhoneNumber("+99850123");
        body = body.Replace("{1}", _sandbox.Instances[0].InstanceId, StringComparison.Ordinal).Replace("{arn2}", second.Arn, StringComparison.Ordinal);

        Assert.Equal(
            numbers,
            string.Join(
                ", ",
                (await ListAsync("POST", "/phone-number/list", "ListPhoneNumbersSummaryList", body)).Select(item => (string)item["PhoneNumber"]!)));
    }

    [Theory]
    [InlineData("/instance?maxResults=0")]
    [InlineData("/instance?maxResults=11")]
    [InlineData("/instance?nextToken=abc")]
    [InlineData("/contact-flows-summary/{1}?maxResults=1001")]
    [InlineData("/contact-flows-summary/{1}?maxResults=x")]
    [InlineData("/contact-flows-summary/{1}?contactFlowTypes=contact_flow")]
    [InlineData("/contact-flows-summary/{1}?contactFlowTypes=")]
    public async Task A_list_that_cannot_be_is_refused(string path)
    {
        await Expect.ErrorAsync(
            _client.GetAsync(path.Replace("{1}", _sandbox.Instances[0].InstanceId, StringComparison.Ordinal)),
            400,
            "InvalidRequestException");
    }

    [Theory]
    [InlineData("""{"MaxResults":0}""")]
    [InlineData("""{"MaxResults":1001}""")]
    [InlineData("""{"MaxResults":"2"}""")]
    [InlineData("""{"NextToken":"abc"}""")]
    [InlineData("""{"NextToken":""}""")]
    [InlineData("""{"PhoneNumberTypes":["LOCAL"]}""")]
    [InlineData("""{"PhoneNumberTypes":["DID","DID","DID","DID","DID","DID","DID"]}""")]
    [InlineData("""{"PhoneNumberCountryCodes":["USA"]}""")]
    [InlineData("""{"PhoneNumberPrefix":"+1-206"}""")]
    [InlineData("""{"Other":1}""")]
    public async Task A_list_of_phone_numbers_that_cannot_be_is_refused_by_its_own_error(string body)
    {
        await Expect.ErrorAsync(_client.PostAsync("/phone-number/list", body), 400, "InvalidParameterException");
    }

    [Fact]
    public async Task An_unknown_instance_is_not_found()
    {
        await Expect.ErrorAsync(_client.GetAsync("/contact-flows-summary/nowhere"), 404, "ResourceNotFoundException");
        await Expect.ErrorAsync(_client.PostAsync("/phone-number/list", """{"InstanceId":"nowhere"}"""), 404, "ResourceNotFoundException");
        await Expect.ErrorAsync(
            _client.PostAsync("/phone-number/list", """{"TargetArn":"arn:aws:connect:us-east-1:111122223333:traffic-distribution-group/x"}"""),
            404,
            "ResourceNotFoundException");
    }

    [Fact]
    public async Task Where_the_known_ids_are_set_added_ones_are_known_too()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { InstanceIds = [], ContactFlowIds = [] }, _time);
        using var client = new ConnectClient(sandbox, _time);
        JsonObject body = Bodies.Minimal(null, sandbox.AddInstance("mine").InstanceId);
        Assert.Equal("ResourceNotFoundException", (await client.TryStartAsync(body)).ErrorType);

        body["ContactFlowId"] = sandbox.AddFlow("Mine").ContactFlowId;

        await client.StartAsync(body);
    }

    [Fact]
    public async Task A_list_has_a_quota_of_its_own_of_two_a_second_and_five_at_once()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions(), _time);
        using var client = new ConnectClient(sandbox, _time);

        Assert.Equal("200 200 200 200 200 429", await StatusesAsync(() => client.GetAsync("/instance"), 6));
        Assert.Equal("200 200 200 200 200 429", await StatusesAsync(() => client.PostAsync("/phone-number/list", "{}"), 6));
        Assert.Equal("200 200 200 200 200 429", await StatusesAsync(() => client.GetAsync($"/contact-flows-summary/{sandbox.Instances[0].InstanceId}"), 6));
        Assert.Equal("200 200 200 200 200 429", await StatusesAsync(() => client.TryStartAsync(), 6));
        Assert.Equal(4, sandbox.ThrottledCount);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal("200 429", await StatusesAsync(() => client.GetAsync("/instance"), 2));
        sandbox.Clear();
        Assert.Equal("200", await StatusesAsync(() => client.GetAsync("/instance"), 1));
    }

    [Fact]
    public async Task An_operation_on_contacts_has_a_quota_of_its_own_of_ten_a_second_and_fifteen_at_once()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions(), _time);
        using var client = new ConnectClient(sandbox, _time);
        string id = await client.StartAsync();

        Assert.Equal($"{string.Join(' ', Enumerable.Repeat("200", 15))} 429", await StatusesAsync(() => client.DescribeAsync(id), 16));
        Assert.Equal($"200 {string.Join(' ', Enumerable.Repeat("410", 14))} 429", await StatusesAsync(() => client.StopAsync(id), 16));
        _time.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal("200 429", await StatusesAsync(() => client.DescribeAsync(id), 2));
    }

    [Fact]
    public async Task Without_an_outbound_quota_there_is_none_unless_the_options_set_it()
    {
        using var free = SandboxServer.Start(new SandboxOptions { RequestsPerSecond = double.PositiveInfinity }, _time);
        using var freeClient = new ConnectClient(free, _time);
        using var set = SandboxServer.Start(
            new SandboxOptions
            {
                RequestsPerSecond = double.PositiveInfinity,
                ListRequestsPerSecond = 0,
                ListBurst = 1,
                ContactRequestsPerSecond = 0,
                ContactBurst = 2,
            },
            _time);
        using var setClient = new ConnectClient(set, _time);

        Assert.DoesNotContain("429", await StatusesAsync(() => freeClient.GetAsync("/instance"), 20), StringComparison.Ordinal);
        Assert.DoesNotContain("429", await StatusesAsync(() => freeClient.DescribeAsync("c"), 20), StringComparison.Ordinal);
        Assert.Equal("200 429", await StatusesAsync(() => setClient.GetAsync("/instance"), 2));
        Assert.Equal("404 404 429", await StatusesAsync(() => setClient.DescribeAsync("c"), 3));
    }

    [Theory]
    [InlineData(SandboxFaultKind.Throttle, 429, "ThrottlingException")]
    [InlineData(SandboxFaultKind.InvalidRequest, 400, "InvalidRequestException")]
    [InlineData(SandboxFaultKind.AccessDenied, 403, "AccessDeniedException")]
    [InlineData(SandboxFaultKind.InternalError, 500, "InternalServiceException")]
    [InlineData(SandboxFaultKind.Conflict, 200, null)]
    [InlineData(SandboxFaultKind.LimitExceeded, 200, null)]
    public async Task Faults_are_those_of_the_service(SandboxFaultKind kind, int status, string? code)
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { FaultHook = info => info.Operation == "ListInstances" ? kind : null }, _time);
        using var client = new ConnectClient(sandbox, _time);

        Answer answer = await client.GetAsync("/instance");

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.ErrorType));
        Assert.Equal(status == 200 ? 0 : 1, sandbox.FaultCount);
    }

    [Fact]
    public void Impossible_quotas_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { ListRequestsPerSecond = -1 }).Dispose());
        Assert.ThrowsAny<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { ListBurst = 0 }).Dispose());
        Assert.ThrowsAny<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { ContactRequestsPerSecond = double.NaN }).Dispose());
        Assert.ThrowsAny<ArgumentException>(() => SandboxServer.Start(new SandboxOptions { ContactBurst = 0 }).Dispose());
    }

    private static async Task<string> StatusesAsync(Func<Task<Answer>> ask, int count)
    {
        int[] statuses = new int[count];
        for (int i = 0; i < count; i++)
        {
            statuses[i] = (int)(await ask()).Status;
        }

        return string.Join(' ', statuses);
    }

    private async Task<JsonNode> PageAsync(string path)
    {
        Answer answer = await _client.GetAsync(path);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return JsonNode.Parse(answer.Text)!;
    }

    private async Task<JsonNode[]> ListAsync(string method, string path, string member, string body = "{}")
    {
        Answer answer = await (method == "GET" ? _client.GetAsync(path) : _client.PostAsync(path, body));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return [.. JsonNode.Parse(answer.Text)![member]!.AsArray().Select(item => item!)];
    }
}
