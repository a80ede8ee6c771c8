using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>A server on loopback that keeps every request byte for byte and answers whatever bytes a test wants, HTTP or not.</summary>
public sealed class HostileEndpoint : IAsyncDisposable
{
    private static readonly TimeSpan s_trickle = TimeSpan.FromMilliseconds(100);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly Func<ReceivedRequest, RawAnswer> _answer;
    private readonly Task _accepting;
    private int _connections;

    public HostileEndpoint(Func<ReceivedRequest, RawAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = Task.Run(AcceptAsync);
    }

    public HostileEndpoint(RawAnswer answer)
        : this(_ => answer)
    {
    }

    public string Url { get; }

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>How many connections were made.</summary>
    public int ConnectionCount => Volatile.Read(ref _connections);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false)));
                Interlocked.Increment(ref _connections);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections).ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        client.NoDelay = true;
        try
        {
            var stream = new BufferedStream(client.GetStream());
            while (await ReadAsync(stream).ConfigureAwait(false) is { } request)
            {
                _requests.Enqueue(request);
                var answer = _answer(request);
                await WriteAsync(client.GetStream(), answer).ConfigureAwait(false);
                if (answer.After == AfterAnswer.Reset)
                    client.LingerState = new LingerOption(true, 0);
                if (answer.After is AfterAnswer.Close or AfterAnswer.Reset)
                    return;
                if (answer.After == AfterAnswer.Stall)
                    await Task.Delay(Timeout.Infinite, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test is over, or the client has gone.
        }
    }

    private async Task WriteAsync(NetworkStream stream, RawAnswer answer)
    {
        int atOnce = answer.TrickleAfter ?? answer.Bytes.Length;
        await stream.WriteAsync(answer.Bytes.AsMemory(0, atOnce), _stop.Token).ConfigureAwait(false);
        for (int i = atOnce; i < answer.Bytes.Length; i++)
        {
            await Task.Delay(s_trickle, _stop.Token).ConfigureAwait(false);
            await stream.WriteAsync(answer.Bytes.AsMemory(i, 1), _stop.Token).ConfigureAwait(false);
        }

        for (int i = 0; i < answer.FillCount; i++)
            await stream.WriteAsync(answer.Filler, _stop.Token).ConfigureAwait(false);
    }

    private async Task<ReceivedRequest?> ReadAsync(BufferedStream stream)
    {
        var head = new List<byte>();
        byte[] one = new byte[1];
        while (head is not [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
        {
            if (await stream.ReadAsync(one, _stop.Token).ConfigureAwait(false) == 0)
                return null;
            head.Add(one[0]);
        }

        string[] lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1].Trim())).ToList();
        string? length = headers.SingleOrDefault(header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Value;
        byte[] body = new byte[length is null ? 0 : int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token).ConfigureAwait(false);
        return new ReceivedRequest(start[0], start[1], headers, body);
    }
}
