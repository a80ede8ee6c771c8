using System.Net;
using System.Net.Sockets;
using System.Text;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Tests.Support;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class HttpProtocolTests : IDisposable
{
    private readonly SandboxServer _sandbox = SandboxServer.Start(Sandboxes.NoQuota);

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task The_root_says_what_this_is(string method)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), _sandbox.EndpointUrl);
        using HttpResponseMessage response = await client.SendAsync(request);

        string text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Content.Headers.ContentLength > 100);
        Assert.Equal(method == "GET", text.Contains("stand-in for Amazon Connect", StringComparison.Ordinal));
        Assert.Equal(0, _sandbox.RequestCount);
    }

    [Fact]
    public async Task A_connection_serves_one_request_after_the_other()
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);
        for (int i = 1; i <= 3; i++)
        {
            await raw.SendAsync(RawClient.StartRequest(Bodies.Minimal()));
            string answer = await raw.ReadUntilAsync("\"}");
            Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("Connection: close", answer, StringComparison.Ordinal);
        }

        Assert.Equal(3, _sandbox.ContactCount);
    }

    [Fact]
    public async Task Pipelined_requests_are_answered_in_their_order()
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);

        await raw.SendAsync(string.Concat(Enumerable.Range(0, 200).Select(i => RawClient.StartRequest(Bodies.Minimal($"t{i}")))));
        string answers = await raw.ReadUntilAsync("\"}", 200);

        string[] answered = [.. answers.Split("{\"ContactId\":\"").Skip(1).Select(part => part[..36])];
        Assert.Equal(_sandbox.Contacts.Select(contact => contact.ContactId), answered);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"t{i}"), _sandbox.Contacts.Select(contact => contact.ClientToken));
    }

    [Fact]
    public async Task A_request_may_arrive_byte_by_byte()
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);

        foreach (byte value in Encoding.UTF8.GetBytes(RawClient.StartRequest(Bodies.Full())))
        {
            await raw.SendAsync(new[] { value });
        }

        Assert.StartsWith("HTTP/1.1 200", await raw.ReadUntilAsync("\"}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixty_four_connections_are_served_at_once()
    {
        using var client = new SandboxClient(_sandbox);

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(worker => Task.Run(async () =>
        {
            Answer last = await client.StartAsync(Bodies.Minimal($"{worker}-0"));
            for (int i = 1; i < 20; i++)
            {
                last = await client.StartAsync(Bodies.Minimal($"{worker}-{i}"));
            }

            return last;
        })));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(64 * 20, _sandbox.ContactCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task A_chunked_body_is_read(int chunkSize)
    {
        string body = Bodies.Full().ToJsonString();
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        var chunks = new MemoryStream();
        foreach (byte[] chunk in bytes.Chunk(chunkSize))
        {
            chunks.Write(Encoding.ASCII.GetBytes($"{chunk.Length:X};name=value\r\n"));
            chunks.Write(chunk);
            chunks.Write("\r\n"u8);
        }

        chunks.Write("0\r\nX-Trailer: a\r\n\r\n"u8);
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);
        await raw.SendAsync(RawClient.Head("Transfer-Encoding: chunked\r\n\r\n"));
        await raw.SendAsync(chunks.ToArray());
        await raw.SendAsync(RawClient.StartRequest(Bodies.Minimal()));

        await raw.ReadUntilAsync("\"}", 2);
        Assert.Equal(body, _sandbox.Contacts[0].Body);
        Assert.Equal(2, _sandbox.ContactCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HttpClient_can_send_chunks_and_wait_for_100(bool expectContinue)
    {
        using var client = new SandboxClient(_sandbox);
        HttpRequestMessage request = client.Request(new StringContent(Bodies.Full().ToJsonString()));
        request.Headers.TransferEncodingChunked = true;
        request.Headers.ExpectContinue = expectContinue;

        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Continue_is_sent_before_the_body_comes()
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);
        string body = Bodies.Minimal().ToJsonString();
        await raw.SendAsync(RawClient.Head($"Expect: 100-continue\r\nContent-Length: {body.Length}\r\n\r\n"));

        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await raw.ReadUntilAsync("\r\n\r\n"));
        await raw.SendAsync(body);
        Assert.StartsWith("HTTP/1.1 200", await raw.ReadUntilAsync("\"}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1", "Connection: close\r\n", true)]
    [InlineData("HTTP/1.0", "", true)]
    [InlineData("HTTP/1.0", "Connection: keep-alive\r\n", false)]
    public async Task A_connection_is_closed_when_the_client_asks(string version, string header, bool closes)
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);
        string page = $"GET / {version}\r\nHost: localhost\r\n{header}\r\n";

        await raw.SendAsync(page);
        if (closes)
        {
            Assert.Contains("Connection: close", await raw.ReadToEndAsync(), StringComparison.Ordinal);
        }
        else
        {
            await raw.ReadUntilAsync("outbound-chat");
            await raw.SendAsync(page);
            await raw.ReadUntilAsync("outbound-chat");
        }
    }

    [Fact]
    public async Task The_absolute_form_of_a_target_is_understood()
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);
        await raw.SendAsync($"GET http://localhost:{_sandbox.Port}/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", await raw.ReadToEndAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<string, int> Refused => new()
    {
        { "\u0016\u0003\u0001TLS", 400 },
        { "GET /\r\n\r\n", 400 },
        { "GET\r\n\r\n", 400 },
        { "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400 },
        { "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400 },
        { "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: a\r\nX: a\nb\r\n\r\n", 400 },
        { "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400 },
        { "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505 },
        { "GET / FTP/1.1\r\nHost: a\r\n\r\n", 400 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400 },
        { "PUT / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", 400 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", 400 },
        { $"PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n{new string('1', 300)}", 400 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nExpect: miracle\r\n\r\n", 417 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n", 413 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 413 },
        { "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n7fffffe\r\n", 413 },
        { $"GET /{new string('a', 9000)} HTTP/1.1\r\nHost: a\r\n\r\n", 414 },
        { new string('G', 40_000), 414 },
        { $"GET / HTTP/1.1\r\nHost: a\r\nX: {new string('a', 40_000)}\r\n\r\n", 431 },
        { $"GET / HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Repeat("X: a\r\n", 100))}\r\n", 431 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_request_or_too_large_is_refused_and_the_connection_closed(string text, int status)
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);

        await raw.SendAsync(text);
        string answer = await raw.ReadToEndAsync();

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        Assert.Contains("x-amzn-RequestId", answer, StringComparison.Ordinal);
        Assert.Contains("{\"message\":", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_too_large_body_is_refused_even_while_the_client_still_sends_it()
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);
        await raw.SendAsync(RawClient.Head("Content-Length: 3000000\r\n\r\n"));
        await raw.SendAsync(new byte[2_000_000]);

        Assert.StartsWith("HTTP/1.1 413", await raw.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_the_largest_size_is_read()
    {
        using var client = new SandboxClient(_sandbox);
        string body = Bodies.Minimal().ToJsonString();

        Answer answer = await client.StartAsync(body + new string(' ', HttpLimits.Default.BodyBytes - body.Length));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PUT /con")]
    [InlineData("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")]
    [InlineData("PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")]
    public async Task A_client_that_leaves_in_the_middle_is_forgotten(string part)
    {
        using RawClient raw = await RawClient.ConnectAsync(_sandbox);
        await raw.SendAsync(part);
        raw.Socket.Shutdown(SocketShutdown.Send);

        Assert.Equal("", await raw.ReadToEndAsync());
        Assert.Equal(0, _sandbox.RequestCount);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("PUT /con", "HTTP/1.1 408 Request Timeout")]
    [InlineData("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc", "HTTP/1.1 408 Request Timeout")]
    public async Task A_client_that_is_too_slow_is_told_and_left(string part, string answer)
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota, null, HttpLimits.Default with
        {
            IdleTimeout = TimeSpan.FromMilliseconds(100),
            RequestTimeout = TimeSpan.FromMilliseconds(100),
            WatchInterval = TimeSpan.FromMilliseconds(20),
        });
        using RawClient raw = await RawClient.ConnectAsync(sandbox);
        await raw.SendAsync(part);

        Assert.StartsWith(answer, await raw.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_never_reads_its_answers_is_left()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { KeepBodies = false }, null, HttpLimits.Default with
        {
            AnswerTimeout = TimeSpan.FromMilliseconds(200),
            WatchInterval = TimeSpan.FromMilliseconds(20),
        });
        using RawClient raw = await RawClient.ConnectAsync(sandbox);
        string requests = string.Concat(Enumerable.Repeat("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 1000));

        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            while (true)
            {
                await raw.Socket.SendAsync(Encoding.ASCII.GetBytes(requests), SocketFlags.None, guard.Token);
            }
        });
        while (sandbox.ConnectionCount > 0)
        {
            await Task.Delay(5, guard.Token);
        }
    }

    [Fact]
    public async Task Connections_above_the_bound_are_closed_and_the_others_served()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota, null, HttpLimits.Default with { Connections = 2 });
        using RawClient first = await RawClient.ConnectAsync(sandbox);
        using RawClient second = await RawClient.ConnectAsync(sandbox);
        while (sandbox.ConnectionCount < 2)
        {
            await Task.Delay(5);
        }

        using RawClient third = await RawClient.ConnectAsync(sandbox);
        Assert.Equal("", await third.ReadToEndAsync());
        await first.SendAsync(RawClient.StartRequest(Bodies.Minimal()));
        await first.ReadUntilAsync("\"}");
    }
}
