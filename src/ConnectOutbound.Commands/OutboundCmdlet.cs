using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands;

/// <summary>A cmdlet that can be stopped, and that ends with one error if the engine says that it cannot go on.</summary>
public abstract class OutboundCmdlet : PSCmdlet, IDisposable
{
    // Longer than a run takes to settle what is under way.
    private static readonly TimeSpan s_longestEnd = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private bool _disposed;

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    protected CancellationToken Stopped => _stop.Token;

    /// <summary>Waits on the pipeline's thread, which has no asynchronous call; Ctrl+C cancels what it waits for.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="task">What to wait for.</param>
    /// <returns>What came of it.</returns>
    private protected static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    /// <summary>Gives what comes asynchronously, one after the other.</summary>
    /// <typeparam name="T">What comes.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The items, each as soon as it is there.</returns>
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

    /// <summary>Releases what the cmdlet has.</summary>
    /// <param name="disposing">Always true: there is no finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _stop.Dispose();
        }
    }

    /// <summary>Takes a step of the end. What it throws is nobody's result any more, and must not keep the next step from being taken.</summary>
    /// <param name="step">The step; null if there is nothing to wait for. A wait is bounded.</param>
    private protected static void Try(Func<Task?> step)
    {
        try
        {
            step()?.Wait(s_longestEnd);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Takes a step of the end.</summary>
    /// <param name="step">The step.</param>
    private protected static void Try(Action step) => Try(() =>
    {
        step();
        return null;
    });

    /// <summary>Does what the engine may refuse: its error ends the command, and a stopped pipeline ends without one.</summary>
    /// <param name="act">What to do.</param>
    private protected void Guarded(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (IsEnd(e))
        {
            End(e);
        }
    }

    /// <summary>Does what the engine may refuse, and gives what comes of it.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="act">What to do.</param>
    /// <returns>What came of it.</returns>
    private protected T Guarded<T>(Func<T> act)
    {
        T result = default!;
        Guarded(() => { result = act(); });
        return result;
    }

    /// <summary>Whether an exception ends the command.</summary>
    /// <param name="error">The exception.</param>
    private protected bool IsEnd(Exception error) => error is OutboundException || (error is OperationCanceledException && Stopped.IsCancellationRequested);

    /// <summary>Ends the command because of an exception of <see cref="IsEnd"/>.</summary>
    /// <param name="error">The exception.</param>
    private protected void End(Exception error)
    {
        if (error is not OutboundException fault)
            throw new PipelineStoppedException();
        ThrowTerminatingError(ErrorRecords.From(fault));
    }
}
