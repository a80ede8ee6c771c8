using System.Diagnostics.CodeAnalysis;
using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Engine.Tests.Contacts;

/// <summary>Waits for contacts as a command does: all of them at the same time, results as they come.</summary>
internal sealed class WatchRun : IAsyncDisposable
{
    private readonly ContactWatch _watch;
    private readonly BoundedWorker<ContactReference, ContactAnswer<WatchResult>> _worker;

    public WatchRun(Func<ContactReference, CancellationToken, Task<OutboundContactState>> describe, WatchOptions options, TimeProvider time)
    {
        _watch = new ContactWatch(describe, options, time);
        _worker = ContactWorker.Create<WatchResult>(_watch.WaitAsync, int.MaxValue);
    }

    public int Count { get; private set; }

    public int Ended { get; private set; }

    public int Reached { get; private set; }

    public void Add(ContactReference contact)
    {
        Count++;
        _worker.Submit(contact);
    }

    public bool TryTake(TimeSpan timeout, CancellationToken cancellationToken, [NotNullWhen(true)] out WatchResult? result)
    {
        result = null;
        if (!_worker.TryTake(timeout, cancellationToken, out ContactAnswer<WatchResult>? answer))
            return false;
        result = answer.Value ?? new WatchResult(answer.Contact, WatchEnd.Failed, null, answer.Error);
        Ended++;
        Reached += result.End == WatchEnd.Reached ? 1 : 0;
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        _watch.Dispose();
    }
}
