namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>How much a <see cref="BoundedWorker{TItem,TResult}"/> takes at a time, and how it stops.</summary>
public sealed record WorkerOptions
{
    /// <summary>How many items may have gone in without their results being taken; from 1.</summary>
    public required int Capacity { get; init; }

    /// <summary>Stops the work.</summary>
    public required WorkStop Stop { get; init; }

    /// <summary>How long what is under way may take to end after a stop, before it is cancelled.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>How long cancelled work is waited for.</summary>
    public TimeSpan AbortGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the work begins inside <see cref="BoundedWorker{TItem,TResult}.Submit"/>: for a simulation, which runs on one thread.</summary>
    public bool IsInline { get; init; }
}
