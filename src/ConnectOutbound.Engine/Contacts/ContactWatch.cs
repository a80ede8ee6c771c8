using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>
/// Waits for contacts to come as far as is asked: looks at each now and then, rarer as time goes by, and gives each once, as soon as it is there or its time is over.
/// </summary>
/// <remarks>The rate is what asking for a contact keeps to: with many contacts that, and not the pause, says how often one is looked at. One thread takes results.</remarks>
public sealed class ContactWatch : IAsyncDisposable
{
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromDays(1);

    private readonly Func<ContactReference, CancellationToken, Task<OutboundContactState>> _describe;
    private readonly WatchOptions _options;
    private readonly TimeProvider _time;
    private readonly object _gate = new();
    private readonly PriorityQueue<WatchedContact, long> _due = new();
    private readonly ConcurrentQueue<(WatchResult? Result, ExceptionDispatchInfo? Defect)> _done = new();
    private readonly SemaphoreSlim _ready = new(0);
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private TaskCompletionSource _changed = NewSignal();
    private volatile bool _answered;

    /// <summary>Begins to watch.</summary>
    /// <param name="describe">Asks for a contact: throws <see cref="OutboundException"/>.</param>
    /// <param name="options">What is waited for, and how.</param>
    /// <param name="time">The clock.</param>
    public ContactWatch(Func<ContactReference, CancellationToken, Task<OutboundContactState>> describe, WatchOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(describe);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ThrottleLimit, 1, nameof(options));
        _describe = describe;
        _options = options;
        _time = time;
        _slots = new SemaphoreSlim(options.ThrottleLimit);
        _loop = Task.Run(LoopAsync);
    }

    /// <summary>How many contacts were added.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them have come out.</summary>
    public int Ended { get; private set; }

    /// <summary>How many of those reached what was waited for.</summary>
    public int Reached { get; private set; }

    /// <summary>Adds a contact; it is looked at as soon as the rate allows.</summary>
    /// <param name="contact">The contact.</param>
    public void Add(ContactReference contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        Count++;
        long now = _time.GetTimestamp();
        Enqueue(new WatchedContact(contact, After(now, _options.Timeout), _options.PollInterval), now);
    }

    /// <summary>Waits for a result, blocking the thread: for callers that have a thread of their own, as a pipeline has.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="result">The result.</param>
    /// <returns>False where none came in time.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public bool TryTake(TimeSpan timeout, CancellationToken cancellationToken, [NotNullWhen(true)] out WatchResult? result)
    {
        result = null;
        if (!_ready.Wait(timeout, cancellationToken) || !_done.TryDequeue(out (WatchResult? Result, ExceptionDispatchInfo? Defect) done))
            return false;
        done.Defect?.Throw();
        result = done.Result!;
        Ended++;
        if (result.End == WatchEnd.Reached)
            Reached++;
        return true;
    }

    /// <summary>Ends the watch at once: requests under way are given up.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Ends the watch, and waits until nothing is under way.</summary>
    /// <returns>When it has ended.</returns>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        for (int i = 0; i < _options.ThrottleLimit; i++)
            await _slots.WaitAsync().ConfigureAwait(false);
        _stop.Dispose();
        _slots.Dispose();
        _ready.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long After(long timestamp, TimeSpan span)
    {
        double ticks = span.TotalSeconds * _time.TimestampFrequency;
        return ticks >= long.MaxValue - timestamp ? long.MaxValue : timestamp + (long)ticks;
    }

    private void Enqueue(WatchedContact contact, long at)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _due.Enqueue(contact, at);
            changed = _changed;
            _changed = NewSignal();
        }

        changed.TrySetResult();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                // The place first: who is taken from the queue is asked for at once.
                await _slots.WaitAsync(_stop.Token).ConfigureAwait(false);
                WatchedContact next;
                try
                {
                    next = await NextAsync().ConfigureAwait(false);
                }
                catch
                {
                    _slots.Release();
                    throw;
                }

                _ = LookAsync(next);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Nobody waits any more.
        }
    }

    private async Task<WatchedContact> NextAsync()
    {
        while (true)
        {
            Task changed;
            TimeSpan wait = s_longestSleep;
            lock (_gate)
            {
                changed = _changed.Task;
                if (_due.TryPeek(out WatchedContact? first, out long at))
                {
                    wait = _time.GetElapsedTime(_time.GetTimestamp(), at);
                    if (wait <= TimeSpan.Zero)
                    {
                        _due.Dequeue();
                        return first;
                    }
                }
            }

            try
            {
                await changed.WaitAsync(TimerWait.Of(wait < s_longestSleep ? wait : s_longestSleep), _time, _stop.Token).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Somebody is due.
            }
        }
    }

    private async Task LookAsync(WatchedContact contact)
    {
        try
        {
            await LookOnceAsync(contact).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Nobody waits any more.
        }
#pragma warning disable CA1031 // Thrown again on the thread that takes results.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Give((null, ExceptionDispatchInfo.Capture(e)));
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task LookOnceAsync(WatchedContact contact)
    {
        OutboundContactState state;
        try
        {
            using var inTime = new CancellationTokenSource(LeftFor(contact), _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, _stop.Token);
            state = await _describe(contact.Contact, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested && contact.Latest is not null)
        {
            Settle(contact, WatchEnd.TimedOut);
            return;
        }
        catch (OutboundException e)
        {
            OnError(contact, e);
            return;
        }

        _answered = true;
        contact.Latest = state;
        if (Milestones.IsReached(state, _options.Until))
            Settle(contact, WatchEnd.Reached);
        else if (state.State != OutboundContactStage.Active)
            Settle(contact, WatchEnd.Missed);
        else
            Again(contact);
    }

    // What was never seen is asked for however late it is.
    private TimeSpan LeftFor(WatchedContact contact)
    {
        if (contact.Latest is null || contact.Deadline == long.MaxValue)
            return Timeout.InfiniteTimeSpan;
        TimeSpan left = _time.GetElapsedTime(_time.GetTimestamp(), contact.Deadline) + _options.FinalGrace;
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < s_longestSleep ? TimerWait.Of(left) : Timeout.InfiniteTimeSpan;
    }

    // A service that has answered before is believed to do so again.
    private void OnError(WatchedContact contact, OutboundException error)
    {
        bool over = _time.GetTimestamp() >= contact.Deadline;
        if (!error.IsTransient || (error.Kind == FaultKind.Unreachable && !_answered) || (over && contact.Latest is null))
            Give((new WatchResult(contact.Contact, WatchEnd.Failed, contact.Latest, error), null));
        else
            Again(contact);
    }

    private void Again(WatchedContact contact)
    {
        long now = _time.GetTimestamp();
        if (now >= contact.Deadline)
            Settle(contact, WatchEnd.TimedOut);
        else
            Enqueue(contact, Math.Min(contact.Deadline, After(now, contact.NextInterval(_options.LongestInterval))));
    }

    private void Settle(WatchedContact contact, WatchEnd end) => Give((new WatchResult(contact.Contact, end, contact.Latest, null), null));

    private void Give((WatchResult? Result, ExceptionDispatchInfo? Defect) done)
    {
        _done.Enqueue(done);
        _ready.Release();
    }
}
