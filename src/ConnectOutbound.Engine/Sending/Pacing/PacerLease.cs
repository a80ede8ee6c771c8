namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>One sender's part in a <see cref="Pacer"/>.</summary>
public sealed class PacerLease : IDisposable
{
    private readonly Pacer _pacer;

    internal PacerLease(Pacer pacer, PaceLimit limit)
    {
        _pacer = pacer;
        Limit = limit;
    }

    /// <summary>What this sender asked for.</summary>
    public PaceLimit Limit { get; }

    /// <summary>The rate in force for all senders, in requests a second.</summary>
    public double CurrentRate => _pacer.CurrentRate;

    /// <summary>Waits until a request may be sent. Callers are served in their order.</summary>
    /// <param name="cancellationToken">Ends the wait; nothing is spent then.</param>
    /// <returns>When one may be sent.</returns>
    public ValueTask AcquireAsync(CancellationToken cancellationToken) => _pacer.AcquireAsync(cancellationToken);

    /// <summary>Says that a request has its answer, or will have none any more: once for each <see cref="AcquireAsync"/> that was granted.</summary>
    /// <param name="throttled">Whether the service refused it for the rate: everybody slows down.</param>
    /// <param name="retryAfter">How long the service asked to wait: everybody waits.</param>
    public void Answered(bool throttled, TimeSpan? retryAfter = null) => _pacer.Answered(throttled, retryAfter);

    /// <summary>Leaves the pacer. What was spent stays spent.</summary>
    public void Dispose() => _pacer.Leave(this);
}
