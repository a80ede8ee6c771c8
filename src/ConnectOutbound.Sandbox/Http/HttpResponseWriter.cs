using System.Buffers;
using System.Globalization;
using System.Text;

namespace ConnectOutbound.Sandbox.Http;

/// <summary>Writes answers as bytes.</summary>
internal sealed class HttpResponseWriter
{
    private readonly TimeProvider _time;
    private readonly ArrayBufferWriter<byte> _buffer = new(512);

    public HttpResponseWriter(TimeProvider time) => _time = time;

    public static ReadOnlyMemory<byte> Continue { get; } = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    /// <summary>What of an answer is to be sent; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Write(HttpResponse response, bool isHead, bool close)
    {
        _buffer.ResetWrittenCount();
        if (response.Delivery is AnswerDelivery.Reset or AnswerDelivery.Never)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        Text("HTTP/1.1 ");
        Number(response.Status);
        Text(" ");
        Text(ReasonPhrase(response.Status));
        Text("\r\n");
        if (response.Delivery == AnswerDelivery.StatusLine)
        {
            return _buffer.WrittenMemory;
        }

        Text("Date: ");
        Date();
        Line("Content-Type", response.ContentType);
        Text("Content-Length: ");
        Number(response.Body.Length);
        Text("\r\n");
        foreach ((string name, string value) in response.Headers)
        {
            Line(name, value);
        }

        Text(close ? "Connection: close\r\n\r\n" : "\r\n");
        if (!isHead)
        {
            ReadOnlySpan<byte> body = response.Body.Span;
            _buffer.Write(response.Delivery == AnswerDelivery.HalfBody ? body[..(body.Length / 2)] : body);
        }

        return _buffer.WrittenMemory;
    }

    private static string ReasonPhrase(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        413 => "Content Too Large",
        414 => "URI Too Long",
        417 => "Expectation Failed",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "",
    };

    private void Line(string name, string value)
    {
        Text(name);
        Text(": ");
        Text(value);
        Text("\r\n");
    }

    private void Text(string text)
    {
        int count = Encoding.Latin1.GetBytes(text, _buffer.GetSpan(text.Length));
        _buffer.Advance(count);
    }

    private void Number(int number)
    {
        number.TryFormat(_buffer.GetSpan(16), out int count, default, CultureInfo.InvariantCulture);
        _buffer.Advance(count);
    }

    private void Date()
    {
        _time.GetUtcNow().TryFormat(_buffer.GetSpan(32), out int count, "R", CultureInfo.InvariantCulture);
        _buffer.Advance(count);
        Text("\r\n");
    }
}
