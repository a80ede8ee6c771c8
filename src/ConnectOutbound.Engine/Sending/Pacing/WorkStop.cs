namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>Stops work in two steps: nothing begins any more; then what is under way is cancelled.</summary>
#pragma warning disable CA1001 // A source without a timer holds nothing to dispose, and work that ends late may still look at its token.
public sealed class WorkStop
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();

    /// <summary>Cancelled when nothing may begin any more.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Cancelled when what is under way is given up.</summary>
    public CancellationToken Aborting => _aborting.Token;

    /// <summary>Lets nothing begin any more.</summary>
    public void Stop() => _stopping.Cancel();

    /// <summary>Cancels what is under way.</summary>
    public void Abort() => _aborting.Cancel();
}
