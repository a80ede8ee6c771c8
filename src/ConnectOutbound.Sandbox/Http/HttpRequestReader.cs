using System.Buffers;
using System.Globalization;
using System.Net.Sockets;

namespace ConnectOutbound.Sandbox.Http;

/// <summary>Reads one request after the other from a connection.</summary>
internal sealed class HttpRequestReader
{
    private const int ChunkLineBytes = 256;

    private readonly ReceiveBuffer _buffer;
    private readonly HttpLimits _limits;
    private readonly Watchdog _watchdog;
    private readonly Func<CancellationToken, ValueTask> _sendContinue;

    public HttpRequestReader(Socket socket, HttpLimits limits, Watchdog watchdog, Func<CancellationToken, ValueTask> sendContinue)
    {
        _buffer = new ReceiveBuffer(socket);
        _limits = limits;
        _watchdog = watchdog;
        _sendContinue = sendContinue;
    }

    /// <summary>Whether a request has begun that has not ended.</summary>
    public bool IsInRequest { get; private set; }

    /// <summary>Reads the next request.</summary>
    /// <returns>The request; null when the client ended the connection, between requests or within one.</returns>
    /// <exception cref="HttpProtocolException">What came is no request, or a too large one.</exception>
    public async ValueTask<HttpRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        IsInRequest = false;
        _watchdog.Arm(_limits.IdleTimeout);
        if (!await SkipEmptyLinesAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        IsInRequest = true;
        _watchdog.Arm(_limits.RequestTimeout);
        int headLength = await FindHeadEndAsync(cancellationToken).ConfigureAwait(false);
        if (headLength == 0)
        {
            return null;
        }

        HttpRequestHead head = HttpHeadParser.Parse(_buffer.Take(headLength).Span, _limits);
        if (head.Framing.ExpectContinue && (head.Framing.Chunked || head.Framing.Length > 0) && _buffer.Length == 0)
        {
            await _sendContinue(cancellationToken).ConfigureAwait(false);
        }

        ReadOnlyMemory<byte>? body = head.Framing.Chunked
            ? await ReadChunksAsync(cancellationToken).ConfigureAwait(false)
            : await ReadLengthAsync(head.Framing.Length, cancellationToken).ConfigureAwait(false);
        IsInRequest = body is null;
        return body is null ? null : new HttpRequest(head, body.Value);
    }

    // Some clients send an empty line behind a body (RFC 9112, 2.2).
    private async ValueTask<bool> SkipEmptyLinesAsync(CancellationToken cancellationToken)
    {
        int skipped = 0;
        while (true)
        {
            while (_buffer.Length > 0 && _buffer.Unread[0] is (byte)'\r' or (byte)'\n')
            {
                _buffer.Take(1);
                if (++skipped > 8)
                {
                    throw new HttpProtocolException(400, "A request starts with its request line.");
                }
            }

            if (_buffer.Length > 0)
            {
                // Told at once, so that who speaks TLS to this plain port is not left to wait.
                return HttpHeadParser.IsTokenByte(_buffer.Unread[0])
                    ? true
                    : throw new HttpProtocolException(400, "This is a plain HTTP/1.1 endpoint: a request starts with its method.");
            }

            if (!await _buffer.FillAsync(0, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }
    }

    private async ValueTask<int> FindHeadEndAsync(CancellationToken cancellationToken)
    {
        int searched = 0;
        while (true)
        {
            // The three bytes before may belong to the mark.
            int from = Math.Max(0, searched - 3);
            int mark = _buffer.Unread[from..].IndexOf("\r\n\r\n"u8);
            if (mark >= 0 && from + mark + 4 <= _limits.HeadBytes)
            {
                return from + mark + 4;
            }

            searched = _buffer.Length;
            if (mark >= 0 || searched >= _limits.HeadBytes)
            {
                int line = _buffer.Unread.IndexOf("\r\n"u8);
                throw line < 0 || line > _limits.RequestLineBytes
                    ? new HttpProtocolException(414, $"A request line holds at most {_limits.RequestLineBytes} bytes.")
                    : new HttpProtocolException(431, $"The head of a request holds at most {_limits.HeadBytes} bytes.");
            }

            if (!await _buffer.FillAsync(0, cancellationToken).ConfigureAwait(false))
            {
                return 0;
            }
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>?> ReadLengthAsync(int length, CancellationToken cancellationToken)
    {
        while (_buffer.Length < length)
        {
            if (!await _buffer.FillAsync(length, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return _buffer.Take(length);
    }

    private async ValueTask<ReadOnlyMemory<byte>?> ReadChunksAsync(CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            int lineLength = await FindLineEndAsync(ChunkLineBytes, cancellationToken).ConfigureAwait(false);
            if (lineLength < 0)
            {
                return null;
            }

            int size = ReadChunkSize(_buffer.Take(lineLength + 2).Span[..lineLength]);
            if (size == 0)
            {
                return await SkipTrailersAsync(cancellationToken).ConfigureAwait(false) ? body.WrittenMemory : null;
            }

            if (size > _limits.BodyBytes - body.WrittenCount)
            {
                throw new HttpProtocolException(413, $"A request body holds at most {_limits.BodyBytes} bytes.");
            }

            if (await ReadLengthAsync(size + 2, cancellationToken).ConfigureAwait(false) is not { } chunk)
            {
                return null;
            }

            if (!chunk.Span[size..].SequenceEqual("\r\n"u8))
            {
                throw new HttpProtocolException(400, "A chunk ends with CR LF.");
            }

            body.Write(chunk.Span[..size]);
        }
    }

    private async ValueTask<bool> SkipTrailersAsync(CancellationToken cancellationToken)
    {
        int total = 0;
        while (true)
        {
            int length = await FindLineEndAsync(_limits.HeadBytes - total, cancellationToken).ConfigureAwait(false);
            if (length < 0)
            {
                return false;
            }

            _buffer.Take(length + 2);
            total += length + 2;
            if (length == 0)
            {
                return true;
            }
        }
    }

    private async ValueTask<int> FindLineEndAsync(int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            int end = _buffer.Unread.IndexOf("\r\n"u8);
            if (end >= 0 && end <= limit)
            {
                return end;
            }

            if (end > limit || _buffer.Length > limit)
            {
                throw new HttpProtocolException(400, "A line of a chunked body is too long.");
            }

            if (!await _buffer.FillAsync(0, cancellationToken).ConfigureAwait(false))
            {
                return -1;
            }
        }
    }

    private static int ReadChunkSize(ReadOnlySpan<byte> line)
    {
        int semicolon = line.IndexOf((byte)';');
        ReadOnlySpan<byte> digits = (semicolon < 0 ? line : line[..semicolon]).TrimEnd(" \t"u8);
        Span<char> text = stackalloc char[7];
        for (int i = 0; i < digits.Length && i < text.Length; i++)
        {
            text[i] = (char)digits[i];
        }

        return digits.Length is > 0 and <= 7
            && int.TryParse(text[..digits.Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size)
            ? size
            : throw new HttpProtocolException(400, "A chunk starts with its size in hexadecimal digits.");
    }
}
