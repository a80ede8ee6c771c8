using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class FaultTests
{
    [Theory]
    [InlineData(SandboxFaultKind.Throttle, 429, "ThrottlingException")]
    [InlineData(SandboxFaultKind.RetryAfter, 429, "ThrottlingException")]
    [InlineData(SandboxFaultKind.LimitExceeded, 429, "LimitExceededException")]
    [InlineData(SandboxFaultKind.InternalError, 500, "InternalServiceException")]
    [InlineData(SandboxFaultKind.Conflict, 409, "ConflictException")]
    [InlineData(SandboxFaultKind.InvalidRequest, 400, "InvalidRequestException")]
    [InlineData(SandboxFaultKind.AccessDenied, 403, "AccessDeniedException")]
    [InlineData(SandboxFaultKind.ExpiredToken, 403, "ExpiredTokenException")]
    [InlineData(SandboxFaultKind.NotFound, 404, "ResourceNotFoundException")]
    public async Task A_refusing_fault_answers_its_error_and_creates_nothing(SandboxFaultKind kind, int status, string code)
    {
        using SandboxServer sandbox = Faulty(kind);
        using var client = new SandboxClient(sandbox);

        Answer answer = await client.StartAsync(Bodies.Minimal("a"));

        Assert.Equal((status, code), ((int)answer.Status, answer.ErrorType));
        Assert.NotEmpty(answer.Message);
        Assert.Equal((0, 1L, 0L), (sandbox.ContactCount, sandbox.FaultCount, sandbox.ThrottledCount));
        Assert.NotNull((await client.StartAsync(Bodies.Minimal("a"))).ContactId);
    }

    [Fact]
    public async Task A_proxy_s_page_is_HTML_without_a_request_id()
    {
        using SandboxServer sandbox = Faulty(SandboxFaultKind.UnavailableHtml);
        using var client = new SandboxClient(sandbox);

        Answer answer = await client.StartAsync(Bodies.Minimal());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, null, null), (answer.Status, answer.ErrorType, answer.RequestId));
        Assert.StartsWith("<html>", answer.Text, StringComparison.Ordinal);
        Assert.Equal((0, 1L), (sandbox.ContactCount, sandbox.FaultCount));
    }

    [Theory]
    [InlineData(SandboxFaultKind.CutBefore, 0)]
    [InlineData(SandboxFaultKind.CutAfter, 1)]
    public async Task A_cut_resets_the_connection_before_any_byte_of_an_answer(SandboxFaultKind kind, int contacts)
    {
        using SandboxServer sandbox = Faulty(kind);
        using RawClient raw = await RawClient.ConnectAsync(sandbox);

        await raw.SendAsync(RawClient.StartRequest(Bodies.Minimal("a")));
        SocketException exception = await Assert.ThrowsAsync<SocketException>(raw.ReadToEndAsync);

        Assert.Equal(SocketError.ConnectionReset, exception.SocketErrorCode);
        Assert.Equal((contacts, 1L), (sandbox.ContactCount, sandbox.FaultCount));
    }

    [Fact]
    public async Task A_cut_after_the_status_line_leaves_200_and_nothing_else()
    {
        using SandboxServer sandbox = Faulty(SandboxFaultKind.CutAfterStatusLine);
        using RawClient raw = await RawClient.ConnectAsync(sandbox);

        await raw.SendAsync(RawClient.StartRequest(Bodies.Minimal("a")));

        Assert.Equal("HTTP/1.1 200 OK\r\n", await raw.ReadToEndAsync());
        Assert.Equal(1, sandbox.ContactCount);
    }

    [Fact]
    public async Task A_truncated_answer_is_shorter_than_its_Content_Length()
    {
        using SandboxServer sandbox = Faulty(SandboxFaultKind.TruncatedJson);
        using RawClient raw = await RawClient.ConnectAsync(sandbox);

        await raw.SendAsync(RawClient.StartRequest(Bodies.Minimal("a")));
        string[] parts = (await raw.ReadToEndAsync()).Split("\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK", parts[0], StringComparison.Ordinal);
        Assert.Contains("Content-Length: 52", parts[0], StringComparison.Ordinal);
        Assert.Equal(26, parts[1].Length);
        Assert.Equal(1, sandbox.ContactCount);
    }

    [Fact]
    public async Task An_answer_can_be_whole_and_no_JSON()
    {
        using SandboxServer sandbox = Faulty(SandboxFaultKind.InvalidJson);
        using var client = new SandboxClient(sandbox);

        Answer answer = await client.StartAsync(Bodies.Minimal("a"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.ThrowsAny<JsonException>(() => answer.ContactId);
        Assert.Equal(1, sandbox.ContactCount);
    }

    [Fact]
    public async Task A_hanging_answer_never_comes_and_ends_when_the_client_gives_up()
    {
        using SandboxServer sandbox = Faulty(SandboxFaultKind.Hang);
        using (RawClient raw = await RawClient.ConnectAsync(sandbox))
        {
            await raw.SendAsync(RawClient.StartRequest(Bodies.Minimal("a")));
            await UntilAsync(() => sandbox.FaultCount == 1);
            Assert.Equal((1, 1, 0), (sandbox.ContactCount, sandbox.ConnectionCount, raw.Socket.Available));
        }

        await UntilAsync(() => sandbox.ConnectionCount == 0);
    }

    [Theory]
    [InlineData(SandboxFaultKind.CutAfter)]
    [InlineData(SandboxFaultKind.CutAfterStatusLine)]
    [InlineData(SandboxFaultKind.TruncatedJson)]
    [InlineData(SandboxFaultKind.InvalidJson)]
    public async Task After_a_spoiled_answer_the_same_token_gives_the_contact_that_was_created(SandboxFaultKind kind)
    {
        using SandboxServer sandbox = Faulty(kind);
        using var client = new SandboxClient(sandbox);
        try
        {
            await client.StartAsync(Bodies.Minimal("a"));
        }
        catch (HttpRequestException)
        {
            // What it does to the client is told above.
        }

        Answer retried = await client.StartAsync(Bodies.Minimal("a"));

        Assert.Equal(Assert.Single(sandbox.Contacts).ContactId, retried.ContactId);
    }

    [Theory]
    [InlineData(SandboxFaultKind.CutAfter)]
    [InlineData(SandboxFaultKind.Hang)]
    public async Task A_fault_of_the_answer_leaves_a_refusal_as_it_is(SandboxFaultKind kind)
    {
        using SandboxServer sandbox = Faulty(kind);
        using var client = new SandboxClient(sandbox);

        Answer answer = await client.StartAsync("{}");

        Assert.Equal("InvalidRequestException", answer.ErrorType);
        Assert.Equal((0, 0L), (sandbox.ContactCount, sandbox.FaultCount));
    }

    [Fact]
    public async Task A_refusing_fault_comes_before_validation()
    {
        using SandboxServer sandbox = Faulty(SandboxFaultKind.InternalError);
        using var client = new SandboxClient(sandbox);

        Assert.Equal("InternalServiceException", (await client.StartAsync("{}")).ErrorType);
    }

    [Fact]
    public async Task No_fault_comes_before_the_signature()
    {
        using SandboxServer sandbox = Faulty(SandboxFaultKind.InternalError);
        using var client = new SandboxClient(sandbox);
        HttpRequestMessage request = client.Request(new StringContent("{}"));
        request.Headers.Remove("Authorization");

        Assert.Equal("MissingAuthenticationTokenException", (await client.SendAsync(request)).ErrorType);
        Assert.Equal(0, sandbox.FaultCount);
    }

    [Fact]
    public async Task The_hook_sees_the_operation_the_destination_the_token_and_its_attempts()
    {
        var seen = new List<SandboxRequestInfo>();
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with
        {
            FaultHook = info =>
            {
                seen.Add(info);
                return null;
            },
        });
        using var client = new SandboxClient(sandbox);
        foreach (string? token in new[] { "a", "b", "a", null, null })
        {
            await client.StartAsync(Bodies.Minimal(token));
        }

        Assert.Equal([1, 2, 3, 4, 5], seen.Select(info => info.SequenceNumber));
        Assert.Equal(["a", "b", "a", null, null], seen.Select(info => info.ClientToken));
        Assert.Equal([1, 1, 2, 1, 1], seen.Select(info => info.Attempt));
        Assert.All(seen, info => Assert.Equal(("StartOutboundChatContact", Bodies.Destination), (info.Operation, info.Destination)));
    }

    [Fact]
    public async Task A_throttled_request_counts_as_an_attempt_and_does_not_reach_the_hook()
    {
        var attempts = new List<int>();
        using var sandbox = SandboxServer.Start(new SandboxOptions
        {
            RequestsPerSecond = 0,
            Burst = 1,
            FaultHook = info =>
            {
                attempts.Add(info.Attempt);
                return null;
            },
        });
        using var client = new SandboxClient(sandbox);
        await client.StartAsync(Bodies.Minimal("a"));
        await client.StartAsync(Bodies.Minimal("a"));
        sandbox.SetQuota(double.PositiveInfinity, 1);
        await client.StartAsync(Bodies.Minimal("a"));

        Assert.Equal([1, 3], attempts);
    }

    [Fact]
    public async Task A_hook_that_throws_answers_InternalFailure_and_the_sandbox_goes_on()
    {
        bool hasThrown = false;
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with
        {
            FaultHook = _ =>
            {
                if (hasThrown)
                {
                    return null;
                }

                hasThrown = true;
                throw new InvalidOperationException("the hook's own fault");
            },
        });
        using var client = new SandboxClient(sandbox);

        Answer first = await client.StartAsync(Bodies.Minimal());
        Answer second = await client.StartAsync(Bodies.Minimal());

        Assert.Equal((HttpStatusCode.InternalServerError, "InternalFailure"), (first.Status, first.ErrorType));
        Assert.Contains("the hook's own fault", first.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, second.Status);
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_faults()
    {
        async Task<string> DrawAsync(int seed)
        {
            using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with
            {
                FaultRate = 0.5,
                FaultSeed = seed,
                FaultKinds = [SandboxFaultKind.Throttle, SandboxFaultKind.InternalError, SandboxFaultKind.Conflict],
            });
            using var client = new SandboxClient(sandbox);
            var statuses = new List<int>();
            for (int i = 0; i < 60; i++)
            {
                statuses.Add((int)(await client.StartAsync(Bodies.Minimal())).Status);
            }

            Assert.Equal(statuses.Count(status => status != 200), sandbox.FaultCount);
            return string.Join(' ', statuses);
        }

        string first = await DrawAsync(7);

        Assert.Equal(first, await DrawAsync(7));
        Assert.NotEqual(first, await DrawAsync(8));
        Assert.All(["200", "409", "429", "500"], status => Assert.Contains(status, first, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void Faults_are_drawn_at_their_rate_and_each_kind_as_often(double rate)
    {
        const int Count = 100_000;
        var draw = new State.FaultDraw(new SandboxOptions { FaultRate = rate, FaultSeed = 1 });

        var drawn = Enumerable.Range(1, Count).Select(i => draw.At(i)).OfType<SandboxFaultKind>().ToList();

        Assert.InRange(drawn.Count, (rate * Count * 0.9) - 1, (rate * Count * 1.1) + 1);
        Assert.All(new SandboxOptions().FaultKinds, kind => Assert.InRange(drawn.Count(k => k == kind), rate * Count / 8 * 0.7, rate * Count / 8 * 1.3));
    }

    /// <summary>The first request has the fault, later ones have none.</summary>
    private static SandboxServer Faulty(SandboxFaultKind kind) =>
        SandboxServer.Start(Sandboxes.NoQuota with { FaultHook = info => info.SequenceNumber == 1 ? kind : null });

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(5, guard.Token);
        }
    }
}
