using System.Net;
using ConnectOutbound.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class IdempotencyTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_repeated_token_answers_the_same_contact_and_starts_nothing()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota);
        using var client = new SandboxClient(sandbox);

        Answer first = await client.StartAsync(Bodies.Minimal("a"));
        Answer second = await client.StartAsync(Bodies.Minimal("a"));

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.True(Guid.TryParse(first.ContactId, out _));
        Assert.Equal(first.ContactId, second.ContactId);
        Assert.Equal(1, sandbox.ContactCount);
        Assert.Equal(first.ContactId, Assert.Single(sandbox.Contacts).ContactId);
        Assert.Equal(2, sandbox.RequestCount);
    }

    [Fact]
    public async Task Tokens_are_case_sensitive_and_belong_to_an_instance()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota);
        using var client = new SandboxClient(sandbox);

        string?[] ids =
        [
            (await client.StartAsync(Bodies.Minimal("a"))).ContactId,
            (await client.StartAsync(Bodies.Minimal("A"))).ContactId,
            (await client.StartAsync(Bodies.Minimal("a", "another-instance"))).ContactId,
        ];

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task An_instance_given_as_ARN_shares_its_tokens_with_its_id()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota);
        using var client = new SandboxClient(sandbox);

        Answer byId = await client.StartAsync(Bodies.Minimal("a"));
        Answer byArn = await client.StartAsync(Bodies.Minimal("a", $"arn:aws:connect:us-east-1:123456789012:instance/{Bodies.InstanceId}"));

        Assert.Equal(byId.ContactId, byArn.ContactId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_token_each_request_starts_a_contact(string? token)
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota);
        using var client = new SandboxClient(sandbox);

        Answer first = await client.StartAsync(Bodies.Minimal(token));
        Answer second = await client.StartAsync(Bodies.Minimal(token));

        Assert.NotEqual(first.ContactId, second.ContactId);
        Assert.Equal(2, sandbox.ContactCount);
    }

    [Fact]
    public async Task A_token_is_known_for_seven_days()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota, _time);
        using var client = new SandboxClient(sandbox, _time);
        Answer first = await client.StartAsync(Bodies.Minimal("a"));

        _time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Answer before = await client.StartAsync(Bodies.Minimal("a"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Answer after = await client.StartAsync(Bodies.Minimal("a"));

        Assert.Equal(first.ContactId, before.ContactId);
        Assert.NotEqual(first.ContactId, after.ContactId);
        Assert.Equal(2, sandbox.ContactCount);
    }

    [Fact]
    public async Task Concurrent_requests_with_one_token_start_one_contact()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota);
        using var client = new SandboxClient(sandbox);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => client.StartAsync(Bodies.Minimal($"token-{i % 4}"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(4, answers.Select(answer => answer.ContactId).Distinct().Count());
        Assert.Equal(4, sandbox.ContactCount);
        Assert.Equal(4, sandbox.ActiveChatCount);
    }

    [Fact]
    public async Task A_throttled_request_leaves_its_token_unused()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { RequestsPerSecond = 0, Burst = 1 });
        using var client = new SandboxClient(sandbox);
        await client.StartAsync(Bodies.Minimal("a"));

        Answer throttled = await client.StartAsync(Bodies.Minimal("b"));
        Assert.Equal("ThrottlingException", throttled.ErrorType);
        Assert.Equal(1, sandbox.ContactCount);
        sandbox.SetQuota(double.PositiveInfinity, 1);
        Answer retried = await client.StartAsync(Bodies.Minimal("b"));

        Assert.Equal(HttpStatusCode.OK, retried.Status);
        Assert.Equal(2, sandbox.ContactCount);
    }

    [Fact]
    public async Task Tokens_are_known_without_kept_bodies()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { KeepBodies = false });
        using var client = new SandboxClient(sandbox);

        Answer first = await client.StartAsync(Bodies.Minimal("a"));
        Answer second = await client.StartAsync(Bodies.Minimal("a"));

        Assert.Equal(first.ContactId, second.ContactId);
        Assert.Equal(1, sandbox.ContactCount);
        Assert.Empty(sandbox.Contacts);
    }

    [Fact]
    public async Task Clear_forgets_contacts_tokens_counts_and_chats()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { RequestsPerSecond = 0, Burst = 1 });
        using var client = new SandboxClient(sandbox);
        Answer before = await client.StartAsync(Bodies.Minimal("a"));
        await client.StartAsync(Bodies.Minimal("a"));

        sandbox.Clear();

        Assert.Equal((0L, 0L, 0L, 0, 0), (sandbox.RequestCount, sandbox.ThrottledCount, sandbox.FaultCount, sandbox.ContactCount, sandbox.ActiveChatCount));
        Assert.Empty(sandbox.Contacts);
        Answer after = await client.StartAsync(Bodies.Minimal("a"));
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.NotEqual(before.ContactId, after.ContactId);
    }
}
