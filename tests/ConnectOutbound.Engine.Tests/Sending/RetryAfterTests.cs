using System.Net;
using System.Net.Sockets;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Sending;

/// <summary>The header that the SDK ignores.</summary>
public sealed class RetryAfterTests : IDisposable
{
    private readonly HttpListener _server;
    private readonly string _url;

    public RetryAfterTests() => (_server, _url) = Start();

    public void Dispose() => ((IDisposable)_server).Dispose();

    [Theory]
    [InlineData(429, "ThrottlingException", "7", 7, FaultKind.Throttled)]
    [InlineData(503, "ServiceUnavailable", "2", 2, FaultKind.ServerError)]
    [InlineData(429, "ThrottlingException", "86400", 300, FaultKind.Throttled)]
    [InlineData(429, "ThrottlingException", "soon", null, FaultKind.Throttled)]
    [InlineData(429, "ThrottlingException", null, null, FaultKind.Throttled)]
    public async Task What_the_service_asks_to_wait_is_read_from_its_answer(int status, string code, string? header, int? seconds, object kind)
    {
        Task answering = AnswerAsync(status, code, header);
        using ContactConnection connection = ContactConnection.Open(
            new ConnectionSettings { EndpointUrl = _url, AccessKey = "AKIAEXAMPLE", SecretKey = "secret", Region = "us-east-1" }, 1, TimeSpan.FromSeconds(20));
        Exception e = await Assert.ThrowsAnyAsync<Exception>(() => connection.StartAsync(Given.Valid().Request!, CancellationToken.None));
        await answering;
        ServiceFault fault = FaultClassifier.Classify(e);
        Assert.Equal((FaultKind)kind, fault.Kind);
        Assert.Equal(seconds, (int?)fault.RetryAfter?.TotalSeconds);
    }

    // A free port may be taken by somebody else in between: another one is tried, by another listener, for one that could not start is of no use any more.
    private static (HttpListener Server, string Url) Start()
    {
        for (int attempt = 0; ; attempt++)
        {
            var server = new HttpListener();
            string url = $"http://127.0.0.1:{FreePort()}/";
            server.Prefixes.Add(url);
            try
            {
                server.Start();
                return (server, url);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                ((IDisposable)server).Dispose();
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AnswerAsync(int status, string code, string? header)
    {
        HttpListenerContext context = await _server.GetContextAsync();
        context.Response.StatusCode = status;
        context.Response.Headers["x-amzn-ErrorType"] = code;
        if (header is not null)
            context.Response.Headers["Retry-After"] = header;
        await context.Response.OutputStream.WriteAsync("{\"message\":\"slow down\"}"u8.ToArray());
        context.Response.Close();
    }
}
