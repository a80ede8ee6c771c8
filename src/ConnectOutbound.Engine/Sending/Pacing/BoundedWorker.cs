using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>Works on items beside the thread that gives them in, a bounded number at a time. Each item gives one result, in the order of completion.</summary>
/// <remarks>
/// One thread gives items in and takes results. A result counts against the capacity until it is taken, so a consumer that stops taking stops the
/// work. What the work throws becomes the item's result, so nothing is lost and nothing waits for ever.
/// </remarks>
/// <typeparam name="TItem">What is worked on.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
public sealed class BoundedWorker<TItem, TResult> : IAsyncDisposable
{
    private readonly Func<TItem, Task<TResult>> _work;
    private readonly Func<TItem, Exception, TResult> _onDefect;
    private readonly WorkerOptions _options;
    private readonly ConcurrentQueue<TResult> _completed = new();

    // Never disposed: work that ignored its cancellation may still end after the worker has.
    private readonly SemaphoreSlim _ready = new(0);
    private TaskCompletionSource? _idle;
    private int _running;

    /// <summary>Creates a worker.</summary>
    /// <param name="work">Works on an item.</param>
    /// <param name="onDefect">Makes the result of an item whose work threw; must not throw itself.</param>
    /// <param name="options">Capacity, and how the work is stopped.</param>
    public BoundedWorker(Func<TItem, Task<TResult>> work, Func<TItem, Exception, TResult> onDefect, WorkerOptions options)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(onDefect);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Capacity, 1, nameof(options));
        _work = work;
        _onDefect = onDefect;
        _options = options;
    }

    /// <summary>How many items have gone in whose results were not taken.</summary>
    public int Outstanding { get; private set; }

    /// <summary>How many results are ready to be taken.</summary>
    public int Ready => _completed.Count;

    /// <summary>Whether another item may go in.</summary>
    public bool HasRoom => Outstanding < _options.Capacity;

    /// <summary>Gives an item in; its work begins at once.</summary>
    /// <param name="item">The item.</param>
    /// <exception cref="InvalidOperationException">There is no room: take a result first.</exception>
    public void Submit(TItem item)
    {
        if (!HasRoom)
            throw new InvalidOperationException($"{Outstanding} items are under way; take a result first.");
        Outstanding++;
        Interlocked.Increment(ref _running);
        if (_options.IsInline)
            _ = RunAsync(item);
        else
            ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Worker.RunAsync(work.Item), (Worker: this, Item: item), preferLocal: false);
    }

    /// <summary>Adds a result that needs no work.</summary>
    /// <param name="result">The result.</param>
    public void Complete(TResult result)
    {
        Outstanding++;
        Enqueue(result);
    }

    /// <summary>Takes a result, blocking the thread while there is none: for callers that have a thread of their own.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="result">The result.</param>
    /// <returns>False if none came in time.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public bool TryTake(TimeSpan timeout, CancellationToken cancellationToken, [MaybeNullWhen(false)] out TResult result)
    {
        result = default;
        return _ready.Wait(timeout, cancellationToken) && TryDequeue(out result);
    }

    /// <summary>Waits for a result and takes it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async ValueTask<TResult> TakeAsync(CancellationToken cancellationToken)
    {
        TResult? result;
        do
            await _ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        while (!TryDequeue(out result));
        return result;
    }

    /// <summary>Stops: no work begins any more, and what is under way has <see cref="WorkerOptions.Grace"/> to end before it is cancelled.</summary>
    /// <returns>When nothing is under way, or what is left ignores that it was cancelled.</returns>
    public async Task StopAsync()
    {
        _options.Stop.Stop();
        Task idle = WaitUntilIdleAsync();
        if (await EndsWithinAsync(idle, _options.Grace).ConfigureAwait(false))
            return;
        _options.Stop.Abort();
        await EndsWithinAsync(idle, _options.AbortGrace).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    private static async Task<bool> EndsWithinAsync(Task task, TimeSpan time)
    {
        try
        {
            await task.WaitAsync(time).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task RunAsync(TItem item)
    {
        TResult result;
        try
        {
            result = await _work(item).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The channel for defects: the item's result says what was thrown.
        catch (Exception e)
#pragma warning restore CA1031
        {
            result = _onDefect(item, e);
        }

        Enqueue(result);
        if (Interlocked.Decrement(ref _running) == 0)
            Volatile.Read(ref _idle)?.TrySetResult();
    }

    private void Enqueue(TResult result)
    {
        _completed.Enqueue(result);
        _ready.Release();
    }

    private bool TryDequeue([MaybeNullWhen(false)] out TResult result)
    {
        if (!_completed.TryDequeue(out result))
            return false;
        Outstanding--;
        return true;
    }

    private Task WaitUntilIdleAsync()
    {
        TaskCompletionSource idle = Interlocked.CompareExchange(
            ref _idle,
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
            null) ?? _idle;
        if (Volatile.Read(ref _running) == 0)
            idle.TrySetResult();
        return idle.Task;
    }
}
