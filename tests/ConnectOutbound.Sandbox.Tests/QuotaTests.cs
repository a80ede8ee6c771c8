using System.Net;
using System.Text.Json.Nodes;
using ConnectOutbound.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class QuotaTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public void The_quotas_of_a_new_account_are_the_default()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions());

        Assert.Equal((2d, 5, 500), (sandbox.RequestsPerSecond, sandbox.Burst, sandbox.ConcurrentChats));
    }

    [Fact]
    public async Task A_burst_of_five_is_taken_and_the_sixth_request_is_throttled()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions(), _time);
        using var client = new SandboxClient(sandbox, _time);

        Assert.Equal("200 200 200 200 200 429 429", await StartAsync(client, 7));
        Assert.Equal(5, sandbox.ContactCount);
        Assert.Equal(2, sandbox.ThrottledCount);
        Assert.Equal(7, sandbox.RequestCount);
    }

    [Fact]
    public async Task A_throttled_request_answers_429_ThrottlingException_without_Retry_After()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { RequestsPerSecond = 0, Burst = 1 });
        using var client = new SandboxClient(sandbox);
        await client.StartAsync(Bodies.Minimal());

        using HttpResponseMessage response = await client.RawSendAsync(
            client.Request(new StringContent(Bodies.Minimal().ToJsonString())), CancellationToken.None);
        Answer answer = await Answer.OfAsync(response);

        Assert.Equal((HttpStatusCode.TooManyRequests, "ThrottlingException", "Rate exceeded"), (answer.Status, answer.ErrorType, answer.Message));
        Assert.Null(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_quota_refills_at_its_rate_up_to_the_burst()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { RequestsPerSecond = 2, Burst = 3 }, _time);
        using var client = new SandboxClient(sandbox, _time);
        Assert.Equal("200 200 200 429", await StartAsync(client, 4));

        _time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal("200 429", await StartAsync(client, 2));

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("200 200 200 429", await StartAsync(client, 4));
    }

    [Fact]
    public async Task The_quota_can_be_lowered_and_raised_while_it_runs()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { RequestsPerSecond = 10, Burst = 10 }, _time);
        using var client = new SandboxClient(sandbox, _time);

        sandbox.SetQuota(1, 2);
        Assert.Equal("200 200 429", await StartAsync(client, 3));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("200 429", await StartAsync(client, 2));

        sandbox.SetQuota(double.PositiveInfinity, 1);
        Assert.Equal("200 200 200 200 200 200", await StartAsync(client, 6));
    }

    [Fact]
    public async Task A_repeated_token_takes_from_the_rate_quota_too()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { RequestsPerSecond = 0, Burst = 2 });
        using var client = new SandboxClient(sandbox);

        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(Bodies.Minimal("a"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(Bodies.Minimal("a"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.StartAsync(Bodies.Minimal("a"))).Status);
    }

    [Fact]
    public async Task The_quota_of_active_chats_answers_429_LimitExceededException()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { ConcurrentChats = 2 });
        using var client = new SandboxClient(sandbox);

        Assert.Equal("200 200", await StartAsync(client, 2));
        Answer refused = await client.StartAsync(Bodies.Minimal("third"));

        Assert.Equal((HttpStatusCode.TooManyRequests, "LimitExceededException"), (refused.Status, refused.ErrorType));
        Assert.Contains("L-D4BA6F6E", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, sandbox.ContactCount);
        Assert.Equal(0, sandbox.ThrottledCount);
        sandbox.EndChats();
        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(Bodies.Minimal("third"))).Status);
    }

    [Fact]
    public async Task Active_chats_are_counted_for_each_instance()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { ConcurrentChats = 1 });
        using var client = new SandboxClient(sandbox);

        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(Bodies.Minimal(null, "one"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(Bodies.Minimal(null, "two"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.StartAsync(Bodies.Minimal(null, "one"))).Status);
        Assert.Equal(2, sandbox.ActiveChatCount);
    }

    [Fact]
    public async Task A_repeated_token_answers_while_the_chats_are_full()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { ConcurrentChats = 1 });
        using var client = new SandboxClient(sandbox);
        Answer first = await client.StartAsync(Bodies.Minimal("a"));

        Answer repeated = await client.StartAsync(Bodies.Minimal("a"));

        Assert.Equal(first.ContactId, repeated.ContactId);
        Assert.Equal(1, sandbox.ActiveChatCount);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(null)]
    public async Task A_chat_ends_after_its_duration(int? minutes)
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { ConcurrentChats = 1 }, _time);
        using var client = new SandboxClient(sandbox, _time);
        JsonObject body = Bodies.Minimal();
        body["ChatDurationInMinutes"] = minutes;
        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(body)).Status);

        _time.Advance(TimeSpan.FromMinutes(minutes ?? 1500) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.StartAsync(body)).Status);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, sandbox.ActiveChatCount);
        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(body)).Status);
    }

    [Fact]
    public async Task The_quota_of_active_chats_can_change_while_it_runs()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { ConcurrentChats = 1 });
        using var client = new SandboxClient(sandbox);

        Assert.Equal("200 429", await StartAsync(client, 2));
        sandbox.SetConcurrentChats(3);
        Assert.Equal("200 200 429", await StartAsync(client, 3));
        sandbox.SetConcurrentChats(0);
        Assert.Equal(3, sandbox.ActiveChatCount);
        Assert.Equal("429", await StartAsync(client, 1));
    }

    [Fact]
    public async Task An_answer_is_held_back_for_the_latency()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { Latency = TimeSpan.FromSeconds(10) }, _time);
        using var client = new SandboxClient(sandbox, _time);

        Task<Answer> answer = client.StartAsync(Bodies.Minimal());
        while (sandbox.ContactCount == 0)
        {
            await Task.Delay(5);
        }

        Assert.False(answer.IsCompleted);
        while (!answer.IsCompleted)
        {
            // The delay begins a moment after the contact is counted.
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5);
        }

        Assert.Equal(HttpStatusCode.OK, (await answer).Status);
    }

    private static async Task<string> StartAsync(SandboxClient client, int count)
    {
        int[] statuses = new int[count];
        for (int i = 0; i < count; i++)
        {
            statuses[i] = (int)(await client.StartAsync(Bodies.Minimal())).Status;
        }

        return string.Join(' ', statuses);
    }
}
