using System.Collections.Concurrent;

namespace ConnectOutbound.Commands;

/// <summary>
/// Runs asynchronous work from a cmdlet: the pipeline's thread waits, and continuations come back to it, so that objects, errors and warnings are
/// written where PowerShell allows it.
/// </summary>
/// <param name="onIdle">Called now and then while the thread waits.</param>
#pragma warning disable CA1001 // Its semaphore holds nothing to dispose, and work that was given up may still post.
internal sealed class PipelineThread(Action? onIdle = null) : SynchronizationContext
#pragma warning restore CA1001
{
    private static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentQueue<(SendOrPostCallback Call, object? State)> _calls = new();
    private readonly SemaphoreSlim _posted = new(0);

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        _calls.Enqueue((d, state));
        _posted.Release();
    }

    /// <summary>Begins work and waits for it.</summary>
    /// <typeparam name="TState">What the work is given.</typeparam>
    /// <param name="state">What the work is given.</param>
    /// <param name="work">The work; what it awaits continues on this thread unless it says otherwise.</param>
    /// <param name="cancellationToken">Ends the wait; it should end the work as well.</param>
    public void Run<TState>(TState state, Func<TState, ValueTask> work, CancellationToken cancellationToken)
    {
        using Scope inside = Enter(this);
        ValueTask begun = work(state);
        if (begun.IsCompleted)
            begun.GetAwaiter().GetResult();
        else
            Wait(begun.AsTask(), cancellationToken);
    }

    /// <summary>Begins work and waits for what it gives.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the wait; it should end the work as well.</param>
    /// <returns>The result.</returns>
    public T Run<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        T result = default!;
        Run(work, async begin => result = await begin().ConfigureAwait(true), cancellationToken);
        return result;
    }

    /// <summary>
    /// Leaves the context until the scope is disposed. To be called around whatever runs somebody else's code (other commands, script blocks, the
    /// host): a wait of theirs would wait for ever for a continuation on a thread that waits.
    /// </summary>
    /// <returns>The scope.</returns>
    public static Scope Leave() => Enter(null);

    private static Scope Enter(SynchronizationContext? context)
    {
        SynchronizationContext? outer = Current;
        SetSynchronizationContext(context);
        return new Scope(outer);
    }

    private void Wait(Task task, CancellationToken cancellationToken)
    {
        // Wakes this thread when the work ends on another one.
        _ = task.ContinueWith(
            static (_, posted) => ((SemaphoreSlim)posted!).Release(),
            _posted,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            if (!_posted.Wait(s_idle, cancellationToken))
                onIdle?.Invoke();
            else if (_calls.TryDequeue(out (SendOrPostCallback Call, object? State) posted))
                posted.Call(posted.State);
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>Restores the context that was current before.</summary>
    /// <param name="outer">That context.</param>
    public readonly ref struct Scope(SynchronizationContext? outer)
    {
        /// <summary>Restores the context.</summary>
        public void Dispose() => SetSynchronizationContext(outer);
    }
}
