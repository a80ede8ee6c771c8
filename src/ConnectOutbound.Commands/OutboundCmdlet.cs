using System.Management.Automation;

namespace ConnectOutbound.Commands;

/// <summary>A cmdlet that can be stopped: what waits is cancelled, what is held is let go.</summary>
public abstract class OutboundCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool _disposed;

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    protected CancellationToken Stopped => _stop.Token;

    /// <summary>Waits on the pipeline's thread, which has no asynchronous call; Ctrl+C cancels what it waits for.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="task">A task that ends with <see cref="Stopped"/>.</param>
    /// <returns>Its result.</returns>
    private protected static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    /// <summary>Gives what comes asynchronously, one after the other.</summary>
    /// <typeparam name="T">What comes.</typeparam>
    /// <param name="items">Items that end with <see cref="Stopped"/>.</param>
    /// <returns>The items, as they come.</returns>
    private protected static IEnumerable<T> All<T>(IAsyncEnumerable<T> items)
    {
        IAsyncEnumerator<T> enumerator = items.GetAsyncEnumerator();
        try
        {
            while (Wait(enumerator.MoveNextAsync().AsTask()))
                yield return enumerator.Current;
        }
        finally
        {
            enumerator.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        if (!_disposed)
            _stop.Cancel();
    }

    /// <summary>Called by PowerShell at the very end, however the pipeline ended.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _stop.Dispose();
        }
    }
}
