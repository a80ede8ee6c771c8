using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ConnectOutbound.Sandbox.Tests.Support;

/// <summary>A socket, to send what no HTTP library would.</summary>
internal sealed class RawClient : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(20);

    private readonly TcpClient _tcp = new() { NoDelay = true };

    private RawClient()
    {
    }

    public Socket Socket => _tcp.Client;

    public static async Task<RawClient> ConnectAsync(OutboundSandbox sandbox)
    {
        var client = new RawClient();
        await client._tcp.ConnectAsync("127.0.0.1", sandbox.Port);
        return client;
    }

    /// <summary>The text of a request for a contact.</summary>
    public static string StartRequest(JsonObject body, string extraHeaders = "")
    {
        string text = body.ToJsonString();
        return $"{Head(extraHeaders)}Content-Length: {Encoding.UTF8.GetByteCount(text)}\r\n\r\n{text}";
    }

    public static string Head(string extraHeaders = "")
    {
        string timestamp = SandboxClient.Timestamp(DateTimeOffset.UtcNow);
        return $"PUT {SandboxClient.Path} HTTP/1.1\r\nHost: localhost\r\nX-Amz-Date: {timestamp}\r\n"
            + $"Authorization: {SandboxClient.Authorization(timestamp)}\r\n{extraHeaders}";
    }

    public async Task SendAsync(string text) => await SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await Socket.SendAsync(bytes);

    /// <summary>Reads up to the end of the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var guard = new CancellationTokenSource(Guard);
        var bytes = new MemoryStream();
        byte[] buffer = new byte[4096];
        int count;
        while ((count = await Socket.ReceiveAsync(buffer.AsMemory(), guard.Token)) > 0)
        {
            bytes.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads until a text has come so many times.</summary>
    public async Task<string> ReadUntilAsync(string mark, int times = 1)
    {
        using var guard = new CancellationTokenSource(Guard);
        var text = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (text.ToString().Split(mark).Length <= times)
        {
            int count = await Socket.ReceiveAsync(buffer.AsMemory(), guard.Token);
            Assert.True(count > 0, $"The connection ended after: {text}");
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    public void Dispose() => _tcp.Dispose();
}
