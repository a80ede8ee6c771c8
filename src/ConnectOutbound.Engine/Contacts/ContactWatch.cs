using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>Waits for contacts to come as far as is asked: looks at each now and then, rarer as time goes by. May wait for many at the same time.</summary>
/// <remarks>With many contacts the service's rate, and not the pause, says how often one is looked at.</remarks>
public sealed class ContactWatch : IDisposable
{
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromDays(1);

    private readonly Func<ContactReference, CancellationToken, Task<OutboundContactState>> _describe;
    private readonly WatchOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _slots;
    private volatile bool _answered;

    /// <summary>Creates a watch.</summary>
    /// <param name="describe">Asks for a contact, at the service's rate.</param>
    /// <param name="options">What is waited for, and for how long.</param>
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
    }

    /// <summary>Waits for a contact; it is looked at as soon as the rate allows.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How the wait ended.</returns>
    public async Task<WatchResult> WaitAsync(ContactReference contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var watched = new WatchedContact(contact, After(_time.GetTimestamp(), _options.Timeout), _options.PollInterval);
        while (true)
        {
            await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            WatchResult? result;
            try
            {
                result = await LookAsync(watched, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _slots.Release();
            }

            if (result is not null)
                return result;
            await SleepAsync(watched, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    // Null if the contact is to be looked at again.
    private async Task<WatchResult?> LookAsync(WatchedContact watched, CancellationToken cancellationToken)
    {
        OutboundContactState state;
        try
        {
            using var inTime = new CancellationTokenSource(LeftFor(watched), _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancellationToken);
            state = await _describe(watched.Contact, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && watched.Latest is not null)
        {
            return Result(watched, WatchEnd.TimedOut);
        }
        catch (OutboundException e)
        {
            return OnError(watched, e);
        }

        _answered = true;
        watched.Latest = state;
        if (Milestones.IsReached(state, _options.Until))
            return Result(watched, WatchEnd.Reached);
        if (state.State != OutboundContactStage.Active)
            return Result(watched, WatchEnd.Missed);
        return IsOver(watched) ? Result(watched, WatchEnd.TimedOut) : null;
    }

    // A service that has answered before is believed to do so again.
    private WatchResult? OnError(WatchedContact watched, OutboundException error)
    {
        bool over = IsOver(watched);
        if (!error.IsTransient || (error.Id == ErrorIds.EndpointUnreachable && !_answered) || (over && watched.Latest is null))
            return new WatchResult(watched.Contact, WatchEnd.Failed, watched.Latest, error);
        return over ? Result(watched, WatchEnd.TimedOut) : null;
    }

    private Task SleepAsync(WatchedContact watched, CancellationToken cancellationToken)
    {
        long now = _time.GetTimestamp();
        long due = Math.Min(watched.Deadline, After(now, watched.NextInterval(_options.LongestInterval)));
        TimeSpan wait = _time.GetElapsedTime(now, due);
        return Task.Delay(TimerWait.RoundUp(wait < s_longestSleep ? wait : s_longestSleep), _time, cancellationToken);
    }

    // What was never seen is asked for however late it is.
    private TimeSpan LeftFor(WatchedContact watched)
    {
        if (watched.Latest is null || watched.Deadline == long.MaxValue)
            return Timeout.InfiniteTimeSpan;
        TimeSpan left = _time.GetElapsedTime(_time.GetTimestamp(), watched.Deadline) + _options.FinalGrace;
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < s_longestSleep ? TimerWait.RoundUp(left) : Timeout.InfiniteTimeSpan;
    }

    private bool IsOver(WatchedContact watched) => _time.GetTimestamp() >= watched.Deadline;

    private long After(long timestamp, TimeSpan span)
    {
        double ticks = span.TotalSeconds * _time.TimestampFrequency;
        return ticks >= long.MaxValue - timestamp ? long.MaxValue : timestamp + (long)ticks;
    }

    private static WatchResult Result(WatchedContact watched, WatchEnd end) => new(watched.Contact, end, watched.Latest, null);
}
