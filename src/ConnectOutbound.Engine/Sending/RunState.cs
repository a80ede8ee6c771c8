using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Engine.Sending;

/// <summary>Whether a run goes on, and what stopped it: shared by all that work for it.</summary>
internal sealed class RunState
{
    private OutboundException? _fault;

    /// <summary>Stops the run's work.</summary>
    public WorkStop Work { get; } = new();

    /// <summary>Cancelled when no request may be sent any more.</summary>
    public CancellationToken Stopping => Work.Stopping;

    /// <summary>Cancelled when requests under way are given up.</summary>
    public CancellationToken Aborting => Work.Aborting;

    /// <summary>What stopped the run; null if it goes on, or a user stopped it.</summary>
    public OutboundException? Fault => Volatile.Read(ref _fault);

    /// <summary>Why a row was not sent. Short: the fault itself is reported once, and there may be many rows.</summary>
    public string StoppedReason => Fault is OutboundException fault ? $"The run stopped ({fault.Id}) before this row." : "The run was stopped before this row.";

    /// <summary>The error code of a row that was not sent.</summary>
    public string StoppedCode => Fault is OutboundException fault ? fault.Code ?? fault.Id : ErrorIds.Stopped;

    /// <summary>Stops the run; the first fault is kept.</summary>
    /// <param name="fault">What stops it; null for a user.</param>
    public void Stop(OutboundException? fault)
    {
        if (fault is not null)
            Interlocked.CompareExchange(ref _fault, fault, null);
        Work.Stop();
    }
}
