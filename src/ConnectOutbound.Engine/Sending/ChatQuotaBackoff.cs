using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Engine.Sending;

/// <summary>Closes when the quota of concurrent chats is full: everybody waits, one tries again now and then, each time later.</summary>
internal sealed class ChatQuotaBackoff(TimeProvider time, bool inline = false)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(20);

    private readonly object _gate = new();
    private readonly TurnQueue _turn = new(inline);
    private bool _closed;
    private long _closedAt;
    private long _tryAt;
    private TimeSpan _pause;

    /// <summary>How long the gate has been closed; null while it is open.</summary>
    public TimeSpan? ClosedFor
    {
        get
        {
            lock (_gate)
                return _closed ? time.GetElapsedTime(_closedAt) : null;
        }
    }

    /// <summary>Waits while the gate is closed. Whoever comes out while it is still closed is the one that tries.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True for the one that tries; it must answer by <see cref="Full"/>, <see cref="Open"/> or <see cref="Leave"/>.</returns>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => IsClosed() ? WaitInLineAsync(cancellationToken) : new ValueTask<bool>(false);

    /// <summary>The quota is full.</summary>
    /// <param name="tried">Whether this was the one that tries.</param>
    public void Full(bool tried)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _closed = true;
                _closedAt = time.GetTimestamp();
                _pause = s_firstPause;
                _tryAt = _closedAt + Ticks(_pause);
            }
            else if (tried)
            {
                _pause = _pause * 2 < s_longestPause ? _pause * 2 : s_longestPause;
                _tryAt = time.GetTimestamp() + Ticks(_pause);
            }
        }

        Leave(tried);
    }

    /// <summary>A contact was started: there is room again.</summary>
    /// <param name="tried">Whether this was the one that tries.</param>
    public void Open(bool tried)
    {
        // What was sent before the gate closed says nothing about now.
        if (!tried)
            return;
        lock (_gate)
            _closed = false;
        Leave(tried);
    }

    /// <summary>The try said nothing about the quota: the next one tries.</summary>
    /// <param name="tried">Whether this was the one that tries.</param>
    public void Leave(bool tried)
    {
        if (tried)
            _turn.Release();
    }

    private async ValueTask<bool> WaitInLineAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (TimeLeft() is TimeSpan left)
            {
                if (left <= TimeSpan.Zero)
                    return true;
                await Task.Delay(TimerWait.RoundUp(left), time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            _turn.Release();
            throw;
        }

        _turn.Release();
        return false;
    }

    private bool IsClosed()
    {
        lock (_gate)
            return _closed;
    }

    private TimeSpan? TimeLeft()
    {
        lock (_gate)
            return _closed ? time.GetElapsedTime(time.GetTimestamp(), _tryAt) : null;
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
