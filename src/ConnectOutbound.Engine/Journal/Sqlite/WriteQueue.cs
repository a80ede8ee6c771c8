using System.Threading.Channels;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>
/// Group commit: whatever waits is written in one transaction, and its callers go on after the commit. Without it, every contact would pay for a
/// transaction twice.
/// </summary>
internal sealed class WriteQueue
{
    // More than workers ever wait at once; a bound all the same.
    private const int Capacity = 4096;
    private const int BatchSize = 1024;

    private readonly Channel<JournalWrite> _waiting = Channel.CreateBounded<JournalWrite>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly BatchWriter _writer;
    private readonly Task _loop;

    /// <summary>Begins to write.</summary>
    public WriteQueue(BatchWriter writer)
    {
        _writer = writer;
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>Queues a write and waits until it is committed.</summary>
    /// <exception cref="OutboundException">It could not be written.</exception>
    /// <exception cref="ObjectDisposedException">The queue was closed before.</exception>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public async Task WriteAsync(JournalWrite write, CancellationToken cancellationToken)
    {
        try
        {
            await _waiting.Writer.WriteAsync(write, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteRunJournal));
        }

        await write.Written.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes no more, and waits until what was queued is written.</summary>
    public Task CloseAsync()
    {
        _waiting.Writer.TryComplete();
        return _loop;
    }

    private async Task LoopAsync()
    {
        List<JournalWrite> batch = new(BatchSize);
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < BatchSize && _waiting.Reader.TryRead(out JournalWrite? write))
                batch.Add(write);
            WriteBatch(batch);
            batch.Clear();
        }
    }

    private void WriteBatch(List<JournalWrite> batch)
    {
        try
        {
            _writer.Write(batch);
        }
        catch (OutboundException error)
        {
            batch.ForEach(write => write.Fail(error));
            return;
        }

        batch.ForEach(write => write.Complete());
    }
}
