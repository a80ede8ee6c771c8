using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Sending;

/// <summary>Whether a run goes on: shared by all its senders.</summary>
internal sealed class RunState : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private OutboundException? _fault;

    public RunState()
    {
        Stopping = _stopping.Token;
        Aborting = _aborting.Token;
    }

    /// <summary>No request is sent after it.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Requests under way are given up.</summary>
    public CancellationToken Aborting { get; }

    /// <summary>What stopped the run, where a fault did.</summary>
    public OutboundException? Fault => Volatile.Read(ref _fault);

    /// <summary>Stops the run; the first fault is kept.</summary>
    /// <param name="fault">What stopped it; null where somebody did.</param>
    public void Stop(OutboundException? fault)
    {
        if (fault is not null)
            Interlocked.CompareExchange(ref _fault, fault, null);
        _stopping.Cancel();
    }

    /// <summary>Gives up what is under way.</summary>
    public void Abort() => _aborting.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }
}
