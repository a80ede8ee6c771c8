using System.Net.Sockets;

namespace ConnectOutbound.Sandbox.Http;

/// <summary>One client's connection: reads a request, has it answered, and so on until either side ends.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly IHttpHandler _handler;
    private readonly HttpLimits _limits;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _reading;
    private readonly Watchdog _watchdog;
    private readonly HttpRequestReader _reader;
    private readonly HttpResponseWriter _writer;

    public HttpConnection(Socket socket, IHttpHandler handler, HttpLimits limits, TimeProvider time, CancellationToken stop)
    {
        _socket = socket;
        _handler = handler;
        _limits = limits;
        _stop = stop;
        _reading = CancellationTokenSource.CreateLinkedTokenSource(stop);

        // What a client may take of the machine is measured in real time, whatever clock the service is given.
        _watchdog = new Watchdog(TimeProvider.System);
        _reader = new HttpRequestReader(socket, limits, _watchdog, token => SendAsync(HttpResponseWriter.Continue, token));
        _writer = new HttpResponseWriter(time);
    }

    /// <summary>Serves the client to the end. Throws nothing: whatever goes wrong ends this connection alone.</summary>
    public async Task RunAsync()
    {
        try
        {
            _socket.NoDelay = true;
            while (await ServeNextAsync().ConfigureAwait(false))
            {
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client is gone, too slow, or the server stops.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Ends the connection when its client is too slow: first what is read, then, had that no effect, all of it.</summary>
    public void EndIfDue()
    {
        if (!_watchdog.IsDue)
        {
            return;
        }

        if (_reading.IsCancellationRequested)
        {
            _socket.Dispose();
            return;
        }

        _watchdog.Arm(_limits.AnswerTimeout);
        try
        {
            _reading.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself in this moment.
        }
    }

    /// <summary>Ends the connection now.</summary>
    public void Dispose()
    {
        _watchdog.Disarm();
        _socket.Dispose();
        _reading.Dispose();
    }

    public void Abort() => _socket.Dispose();

    private async ValueTask<bool> ServeNextAsync()
    {
        HttpRequest? request;
        try
        {
            request = await _reader.ReadAsync(_reading.Token).ConfigureAwait(false);
        }
        catch (HttpProtocolException exception)
        {
            return await EndWithAsync(_handler.Refuse(exception.Status, exception.Message)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested && _reader.IsInRequest)
        {
            return await EndWithAsync(_handler.Refuse(408, "The request did not arrive in time.")).ConfigureAwait(false);
        }

        if (request is null)
        {
            return false;
        }

        _watchdog.Disarm();
        HttpResponse response = await AnswerAsync(request).ConfigureAwait(false);
        return await DeliverAsync(response, request.Head.Method == "HEAD", !request.Head.KeepAlive).ConfigureAwait(false);
    }

    private async ValueTask<HttpResponse> AnswerAsync(HttpRequest request)
    {
        try
        {
            return await _handler.HandleAsync(request, _stop).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !_stop.IsCancellationRequested)
        {
            return _handler.Fail(exception);
        }
    }

    private ValueTask<bool> EndWithAsync(HttpResponse response) => DeliverAsync(response, isHead: false, close: true);

    private async ValueTask<bool> DeliverAsync(HttpResponse response, bool isHead, bool close)
    {
        if (response.Delivery == AnswerDelivery.Reset)
        {
            // No waiting time for what is unsent: closing sends RST.
            _socket.LingerState = new LingerOption(enable: true, seconds: 0);
            return false;
        }

        if (response.Delivery == AnswerDelivery.Never)
        {
            await DrainAsync().ConfigureAwait(false);
            return false;
        }

        _watchdog.Arm(_limits.AnswerTimeout);
        await SendAsync(_writer.Write(response, isHead, close), _stop).ConfigureAwait(false);
        if (!close && response.Delivery == AnswerDelivery.Whole)
        {
            return true;
        }

        // Closing with unread input would reset the connection, and the client might lose the answer: let it close first.
        _watchdog.Arm(_limits.LingerTimeout);
        _socket.Shutdown(SocketShutdown.Send);
        await DrainAsync().ConfigureAwait(false);
        return false;
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            int sent = await _socket.SendAsync(bytes, SocketFlags.None, cancellationToken).ConfigureAwait(false);
            bytes = bytes[sent..];
        }
    }

    private async ValueTask DrainAsync()
    {
        byte[] scrap = new byte[4096];
        while (await _socket.ReceiveAsync(scrap.AsMemory(), SocketFlags.None, _reading.Token).ConfigureAwait(false) > 0)
        {
        }
    }
}
