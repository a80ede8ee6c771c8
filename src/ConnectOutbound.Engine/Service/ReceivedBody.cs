using System.Net;

namespace ConnectOutbound.Engine.Service;

/// <summary>The body of an answer, in memory: reading it waits for nobody.</summary>
/// <param name="bytes">An array with what was received.</param>
/// <param name="count">How many of its bytes were received.</param>
/// <param name="fault">Why there is no more to read; null for a whole body.</param>
internal sealed class ReceivedBody(byte[] bytes, int count, Exception? fault) : HttpContent
{
    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(Open());

    /// <inheritdoc/>
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => Open();

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Open().CopyToAsync(stream);

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = count;
        return fault is null;
    }

    private MemoryStream Open() => fault is null ? new MemoryStream(bytes, 0, count, writable: false) : new FaultyStream(bytes, count, fault);

    // What else a stream is read by comes down to these two.
    private sealed class FaultyStream(byte[] bytes, int length, Exception fault) : MemoryStream(bytes, 0, length, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = base.Read(buffer, offset, count);
            return read > 0 || count == 0 ? read : throw fault;
        }

        public override int ReadByte() => base.ReadByte() is var read and >= 0 ? read : throw fault;
    }
}
