using System.Net;
using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Sandbox.Tests.Contacts;

public sealed class ContactStateTests : IDisposable
{
    private const string Unknown = "00000000-0000-0000-0000-000000000000";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly SandboxServer _sandbox;
    private readonly ConnectClient _client;

    public ContactStateTests()
    {
        _sandbox = SandboxServer.Start(Sandboxes.NoQuota, _time);
        _client = new ConnectClient(_sandbox, _time);
    }

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public async Task A_contact_is_described_as_it_was_asked_for()
    {
        JsonObject body = Bodies.Full();
        string id = await _client.StartAsync(body);

        JsonNode contact = await _client.ContactAsync(id);

        Assert.Equal((id, "CHAT", "API"), ((string?)contact["Id"], (string?)contact["Channel"], (string?)contact["InitiationMethod"]));
        Assert.EndsWith($":instance/{Bodies.InstanceId}/contact/{id}", (string?)contact["Arn"], StringComparison.Ordinal);
        Assert.Equal((string?)body["RelatedContactId"], (string?)contact["RelatedContactId"]);
        Assert.True(JsonNode.DeepEquals(body["DestinationEndpoint"], contact["CustomerEndpoint"]));
        Assert.True(JsonNode.DeepEquals(body["SourceEndpoint"], contact["SystemEndpoint"]));
        Assert.True(JsonNode.DeepEquals(body["SegmentAttributes"], contact["SegmentAttributes"]));
        Assert.True(JsonNode.DeepEquals(body["Attributes"], contact["Attributes"]));
    }

    [Fact]
    public async Task A_running_contact_has_the_times_of_its_start_in_epoch_seconds_and_no_end()
    {
        JsonNode contact = await _client.ContactAsync(await _client.StartAsync());

        Assert.All(["InitiationTimestamp", "ConnectedToSystemTimestamp", "LastUpdateTimestamp"], name => Assert.Equal(Seconds(0), (decimal?)contact[name]));
        Assert.Null(contact["DisconnectTimestamp"]);
        Assert.Null(contact["DisconnectReason"]);
        Assert.Null(contact["Attributes"]);
    }

    [Fact]
    public async Task A_chat_whose_duration_has_passed_expired_then_and_not_before()
    {
        JsonObject body = Bodies.Minimal();
        body["ChatDurationInMinutes"] = 60;
        string id = await _client.StartAsync(body);
        decimal end = Seconds(3600);

        _time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromMilliseconds(1));
        Assert.Null((await _client.ContactAsync(id))["DisconnectTimestamp"]);
        _time.Advance(TimeSpan.FromHours(5));

        await AssertEndedAsync(id, end, "EXPIRED");
        await Expect.ErrorAsync(_client.StopAsync(id), 410, "ContactNotFoundException");
        await AssertEndedAsync(id, end, "EXPIRED");
    }

    [Fact]
    public async Task Stopping_a_contact_ends_it_once()
    {
        string id = await _client.StartAsync();
        _time.Advance(TimeSpan.FromSeconds(90));

        Answer stopped = await _client.StopAsync(id);
        decimal end = Seconds(0);
        _time.Advance(TimeSpan.FromSeconds(1));
        Answer again = await Expect.ErrorAsync(_client.StopAsync(id), 410, "ContactNotFoundException");

        Assert.Equal((HttpStatusCode.OK, "{}"), (stopped.Status, stopped.Text));
        Assert.Contains(id, again.Message, StringComparison.Ordinal);
        await AssertEndedAsync(id, end, "API");
    }

    [Fact]
    public async Task Stopping_a_contact_frees_its_place_in_the_quota_of_active_chats()
    {
        _sandbox.SetConcurrentChats(2);
        string first = await _client.StartAsync();
        await _client.StartAsync();
        Assert.Equal("LimitExceededException", (await _client.TryStartAsync()).ErrorType);

        await _client.StopAsync(first);
        await _client.StopAsync(first);

        Assert.Equal(1, _sandbox.ActiveChatCount);
        await _client.StartAsync();
        Assert.Equal("LimitExceededException", (await _client.TryStartAsync()).ErrorType);
    }

    [Fact]
    public async Task A_contact_that_was_stopped_is_not_counted_again_when_its_duration_passes()
    {
        JsonObject brief = Bodies.Minimal();
        brief["ChatDurationInMinutes"] = 60;
        string first = await _client.StartAsync(brief);
        await _client.StartAsync();
        await _client.StopAsync(first);

        _time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, _sandbox.ActiveChatCount);
    }

    [Fact]
    public async Task A_stopped_contact_keeps_its_idempotency_token()
    {
        string id = await _client.StartAsync(Bodies.Minimal("t"));
        await _client.StopAsync(id);

        Assert.Equal(id, await _client.StartAsync(Bodies.Minimal("t")));
        Assert.Equal(0, _sandbox.ActiveChatCount);
    }

    [Fact]
    public async Task Ending_all_chats_leaves_those_that_ended_before_as_they_are()
    {
        string stopped = await _client.StartAsync();
        string running = await _client.StartAsync();
        await _client.StopAsync(stopped);
        decimal first = Seconds(0);
        _time.Advance(TimeSpan.FromSeconds(5));

        _sandbox.EndChats();

        await AssertEndedAsync(stopped, first, "API");
        await AssertEndedAsync(running, Seconds(0), "CONTACT_FLOW_DISCONNECT");
        await _client.StartAsync();
        Assert.Equal(1, _sandbox.ActiveChatCount);
    }

    [Theory]
    [InlineData("AGENT_DISCONNECT", "AGENT_DISCONNECT")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task One_contact_can_be_ended_for_a_reason_or_none(string? reason, string? told)
    {
        string id = await _client.StartAsync();
        string other = await _client.StartAsync();

        _sandbox.EndContact(id, reason);
        _sandbox.EndContact(id, "SYSTEM_ERROR");

        await AssertEndedAsync(id, Seconds(0), told);
        Assert.Null((await _client.ContactAsync(other))["DisconnectTimestamp"]);
        Assert.Equal(1, _sandbox.ActiveChatCount);
    }

    [Fact]
    public void Ending_a_contact_that_does_not_exist_is_refused()
    {
        Assert.Throws<ArgumentException>(() => _sandbox.EndContact(Unknown));
        Assert.Throws<ArgumentException>(() => _sandbox.EndContact("c-1"));
    }

    [Fact]
    public async Task A_contact_is_known_in_its_own_instance_only()
    {
        string id = await _client.StartAsync();
        string other = _sandbox.Instances[0].InstanceId;

        await Expect.ErrorAsync(_client.DescribeAsync(id, other), 404, "ResourceNotFoundException");
        await Expect.ErrorAsync(_client.StopAsync(id, other), 410, "ContactNotFoundException");
        Assert.Equal(1, _sandbox.ActiveChatCount);
    }

    [Fact]
    public async Task An_instance_may_be_given_as_an_ARN()
    {
        string id = await _client.StartAsync();
        string arn = $"arn:aws:connect:us-east-1:111122223333:instance/{Bodies.InstanceId.ToUpperInvariant()}";

        Assert.Equal(HttpStatusCode.OK, (await _client.DescribeAsync(id, Uri.EscapeDataString(arn))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _client.StopAsync(id, arn)).Status);
    }

    [Theory]
    [InlineData(Unknown)]
    [InlineData("c-1")]
    public async Task An_unknown_contact_is_not_found(string id)
    {
        string instance = _sandbox.Instances[0].InstanceId;

        await Expect.ErrorAsync(_client.DescribeAsync(id, instance), 404, "ResourceNotFoundException");
        await Expect.ErrorAsync(_client.StopAsync(id, instance), 410, "ContactNotFoundException");
    }

    [Fact]
    public async Task An_unknown_instance_is_not_found_until_a_contact_is_started_in_it()
    {
        string[] codes =
        [
            .. (await Task.WhenAll(_client.DescribeAsync(Unknown), _client.StopAsync(Unknown)))
                .Select(answer => $"{(int)answer.Status} {answer.ErrorType} {answer.Message.Contains(Bodies.InstanceId, StringComparison.Ordinal)}"),
        ];
        Assert.All(codes, code => Assert.Equal("404 ResourceNotFoundException True", code));

        await _client.StartAsync();

        await Expect.ErrorAsync(_client.StopAsync(Unknown), 410, "ContactNotFoundException");
    }

    [Fact]
    public async Task A_cleared_sandbox_knows_no_contact()
    {
        string id = await _client.StartAsync();
        _sandbox.Clear();
        await _client.StartAsync();

        await Expect.ErrorAsync(_client.DescribeAsync(id), 404, "ResourceNotFoundException");
        await Expect.ErrorAsync(_client.StopAsync(id), 410, "ContactNotFoundException");
        Assert.Equal(1, _sandbox.ActiveChatCount);
    }

    [Fact]
    public async Task Without_bodies_contacts_are_counted_and_not_found()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { KeepBodies = false });
        using var client = new ConnectClient(sandbox);
        string id = await client.StartAsync();

        await Expect.ErrorAsync(client.DescribeAsync(id), 404, "ResourceNotFoundException");
        await Expect.ErrorAsync(client.StopAsync(id), 410, "ContactNotFoundException");
        Assert.Equal(1, sandbox.ActiveChatCount);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"ContactId":"","InstanceId":"i"}""")]
    [InlineData("""{"ContactId":"c","InstanceId":"i","Reason":"x"}""")]
    [InlineData("""{"ContactId":"c","InstanceId":"i","DisconnectReason":{"Code":"x"}}""")]
    public async Task A_request_that_breaks_a_constraint_is_refused(string body)
    {
        await Expect.ErrorAsync(_client.PostAsync("/contact/stop", body), 400, "InvalidRequestException");
    }

    [Fact]
    public async Task Ids_in_paths_have_their_lengths()
    {
        Answer answer = await Expect.ErrorAsync(_client.DescribeAsync(new string('c', 257), new string('i', 101)), 400, "InvalidRequestException");

        Assert.StartsWith("2 validation errors", answer.Message, StringComparison.Ordinal);
    }

    // After a number of seconds from now, as the service writes it.
    private decimal Seconds(int after) => _time.GetUtcNow().AddSeconds(after).ToUnixTimeMilliseconds() / 1000m;

    private async Task AssertEndedAsync(string id, decimal time, string? reason)
    {
        JsonNode contact = await _client.ContactAsync(id);
        Assert.Equal(
            (time, time, reason),
            ((decimal?)contact["DisconnectTimestamp"], (decimal?)contact["LastUpdateTimestamp"], (string?)contact["DisconnectReason"]));
    }
}
