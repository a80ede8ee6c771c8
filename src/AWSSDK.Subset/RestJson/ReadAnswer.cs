using System.Net;
using System.Runtime.InteropServices;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.RestJson;

/// <summary>An answer whose body is in memory.</summary>
/// <param name="head">The answer as it came; its body has been read.</param>
/// <param name="content">What has arrived of the body.</param>
/// <param name="cut">
/// Why the rest did not arrive: an <see cref="IOException"/> where the connection was cut, an <see cref="InvalidDataException"/> where the HTTP
/// client refused the body; null when the body is whole.
/// </param>
internal sealed class ReadAnswer(IWebResponseData head, ReadOnlyMemory<byte> content, Exception? cut) : IWebResponseData, IHttpResponseBody
{
    public long ContentLength => head.ContentLength;

    public string ContentType => head.ContentType;

    public HttpStatusCode StatusCode => head.StatusCode;

    public bool IsSuccessStatusCode => head.IsSuccessStatusCode;

    public IHttpResponseBody ResponseBody => this;

    /// <summary>The body, as far as it has arrived.</summary>
    /// <exception cref="InvalidDataException">The HTTP client refused the body.</exception>
    internal ReadOnlyMemory<byte> Content => cut is InvalidDataException ? throw cut : content;

    /// <summary>The body, when all of it has arrived.</summary>
    /// <exception cref="IOException">The connection was cut.</exception>
    /// <exception cref="InvalidDataException">The HTTP client refused the body.</exception>
    internal ReadOnlySpan<byte> WholeContent => cut is null ? content.Span : throw cut;

    /// <summary>A header's value, or null when it is missing or blank.</summary>
    internal string? Header(string name)
    {
        string? value = head.IsHeaderPresent(name) ? head.GetHeaderValue(name) : null;
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    public string[] GetHeaderNames() => head.GetHeaderNames();

    public bool IsHeaderPresent(string headerName) => head.IsHeaderPresent(headerName);

    public string GetHeaderValue(string headerName) => head.GetHeaderValue(headerName);

    public IEventStreamHeader GetEventStreamHeader(string headerName) => head.GetEventStreamHeader(headerName);

    public bool IsEventHeaderPresent(string headerName) => head.IsEventHeaderPresent(headerName);

    public Stream OpenResponse() =>
        MemoryMarshal.TryGetArray(content, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);

    public Task<Stream> OpenResponseAsync() => Task.FromResult(OpenResponse());

    public void Dispose()
    {
        // Memory only: the connection was given back when the body had been read.
    }
}
