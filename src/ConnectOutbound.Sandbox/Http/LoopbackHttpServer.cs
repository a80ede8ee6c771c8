using System.Net;
using System.Net.Sockets;

namespace ConnectOutbound.Sandbox.Http;

/// <summary>
/// An HTTP/1.1 server on 127.0.0.1 with nothing but sockets. System.Net.HttpListener would need a port to be chosen before it listens, and
/// has no way to end an answer in its middle.
/// </summary>
internal sealed class LoopbackHttpServer : IDisposable
{
    private static readonly TimeSpan s_stopPatience = TimeSpan.FromSeconds(1);

    private readonly Socket _listener;
    private readonly IHttpHandler _handler;
    private readonly HttpLimits _limits;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskTracker _tasks = new();
    private readonly HashSet<HttpConnection> _connections = [];

    private LoopbackHttpServer(Socket listener, IHttpHandler handler, HttpLimits limits, TimeProvider time)
    {
        _listener = listener;
        _handler = handler;
        _limits = limits;
        _time = time;
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    public int Port { get; }

    public bool IsRunning => !_stop.IsCancellationRequested;

    public int ConnectionCount
    {
        get
        {
            lock (_connections)
            {
                return _connections.Count;
            }
        }
    }

    public static LoopbackHttpServer Start(int port, IHttpHandler handler, HttpLimits limits, TimeProvider time)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                // There another process could listen on the same port otherwise.
                listener.ExclusiveAddressUse = true;
            }

            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen(512);
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            throw new IOException($"Port {port} of 127.0.0.1 cannot be listened on: {exception.Message}. Port 0 takes a free one.", exception);
        }

        var server = new LoopbackHttpServer(listener, handler, limits, time);
        server._tasks.TryRun(server.AcceptAsync);
        server._tasks.TryRun(server.WatchAsync);
        return server;
    }

    /// <summary>Ends all, and waits for it, a second at most.</summary>
    public void Dispose()
    {
        _ = End();
        _tasks.WaitForEnd(s_stopPatience);
    }

    /// <summary>Ends all.</summary>
    /// <returns>Completes when nothing runs any more.</returns>
    public Task StopAsync() => End();

    private Task End()
    {
        Task ended = _tasks.Close();
        _stop.Cancel();
        _listener.Dispose();
        foreach (HttpConnection connection in CurrentConnections())
        {
            connection.Abort();
        }

        return ended;
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                Socket socket = await _listener.AcceptAsync(_stop.Token).ConfigureAwait(false);
                if (ConnectionCount >= _limits.Connections || !_tasks.TryRun(() => ServeAsync(socket)))
                {
                    socket.Dispose();
                }
            }
            catch (SocketException) when (!_stop.IsCancellationRequested)
            {
                // The client left before it was accepted, or the process has no file descriptor left: the next one may fare better.
                await PauseAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task PauseAsync()
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop sees it.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = new HttpConnection(socket, _handler, _limits, _time, _stop.Token);
        lock (_connections)
        {
            _connections.Add(connection);
        }

        try
        {
            await connection.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            lock (_connections)
            {
                _connections.Remove(connection);
            }
        }
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(_limits.WatchInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
            {
                foreach (HttpConnection connection in CurrentConnections())
                {
                    connection.EndIfDue();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private HttpConnection[] CurrentConnections()
    {
        lock (_connections)
        {
            return [.. _connections];
        }
    }
}
