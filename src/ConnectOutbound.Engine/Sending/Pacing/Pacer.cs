namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>
/// A token bucket that all senders to one account and Region share. It fills what the quota allows and stays below it, whatever the latency.
/// </summary>
/// <remarks>
/// The service counts a request when it arrives, not when it is sent. After a pause its bucket is full and begins to refill with the first arrival; so this
/// one begins to refill only when the answers to what it sent at once are back, and is never ahead of it. When the service throttles all the same
/// (somebody else shares the quota), the rate falls for everybody and comes back slowly.
/// </remarks>
public sealed class Pacer
{
    // The first throttling after a while halves the rate; those that follow find the place more finely. What comes back in a second is a part of the
    // limit, and a tenth of that where the last throttling was met.
    private const double FirstDecrease = 0.5;
    private const double NextDecrease = 0.85;
    private const double RecoveryPerSecond = 0.0025;
    private const double NearCeiling = 0.95;
    private const double LowestPart = 0.02;
    private static readonly TimeSpan s_ceilingLife = TimeSpan.FromMinutes(5);

    // The service's bucket may be full where this one is not quite.
    private const double NearlyFull = 0.5;

    // An answer that does not come must not stop the refill for good.
    private static readonly TimeSpan s_longestHold = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time;
    private readonly object _gate = new();
    private readonly TurnQueue _turn;
    private readonly TaskCreationOptions _continuations;
    private readonly List<PacerLease> _leases = [];
    private PaceLimit _limit = PaceLimit.ServiceDefault;
    private double _rate = PaceLimit.ServiceDefault.RequestsPerSecond;
    private double _tokens = double.NaN;
    private long _filledAt;
    private long _heldSince;
    private int _underWay;

    // Set while the bucket waits for answers after it was full.
    private TaskCompletionSource? _hold;
    private TaskCompletionSource? _ended;
    private long _slowedAt;
    private double _ceiling = double.PositiveInfinity;
    private long _pausedUntil;

    /// <summary>Creates a pacer.</summary>
    /// <param name="time">The clock.</param>
    public Pacer(TimeProvider time) : this(time, inline: false)
    {
    }

    /// <summary>Creates a pacer whose waiters go on inside the call that ends their wait, for a simulation.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="inline">See <see cref="TurnQueue"/>.</param>
    internal Pacer(TimeProvider time, bool inline)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _turn = new TurnQueue(inline);
        _continuations = inline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;
    }

    /// <summary>The rate in force, in requests a second.</summary>
    public double CurrentRate
    {
        get
        {
            lock (_gate)
            {
                Refill();
                return _rate;
            }
        }
    }

    /// <summary>Joins the senders. With several, the lowest rate and burst hold for all.</summary>
    /// <param name="limit">How fast this sender may send.</param>
    /// <returns>To be disposed when the sender is done.</returns>
    public PacerLease Join(PaceLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit.RequestsPerSecond, nameof(limit));
        ArgumentOutOfRangeException.ThrowIfLessThan(limit.Burst, 1, nameof(limit));
        var lease = new PacerLease(this, limit);
        lock (_gate)
        {
            _leases.Add(lease);
            Apply();
        }

        return lease;
    }

    internal void Leave(PacerLease lease)
    {
        lock (_gate)
        {
            if (_leases.Remove(lease) && _leases.Count > 0)
                Apply();
        }
    }

    // Handing over a turn makes everybody behind it wait for a thread. If nobody waits and a token is left, it is taken at once.
    internal ValueTask AcquireAsync(CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && _turn.IsFree && TryTake().Wait == TimeSpan.Zero
            ? ValueTask.CompletedTask
            : WaitForTokenAsync(cancellationToken);

    internal void Answered(bool throttled, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            Refill();
            _underWay = Math.Max(0, _underWay - 1);
            if (_hold is not null && _underWay == 0)
                Release(_time.GetTimestamp());
            if (throttled)
                SlowDown();
            if (retryAfter is TimeSpan pause)
                _pausedUntil = Math.Max(_pausedUntil, _time.GetTimestamp() + (long)(pause.TotalSeconds * _time.TimestampFrequency));
        }

        WakeUp();
    }

    private async ValueTask WaitForTokenAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                (TimeSpan wait, Task? answered) = TryTake();
                if (wait == TimeSpan.Zero)
                    return;
                if (answered is null)
                {
                    await Task.Delay(TimerWait.RoundUp(wait), _time, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                try
                {
                    await answered.WaitAsync(TimerWait.RoundUp(wait), _time, cancellationToken).ConfigureAwait(false);
                }
                catch (TimeoutException)
                {
                    // The hold is over without an answer; the bucket refills again.
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    // How long to wait before the next try, and what may end the wait earlier; zero where a token was taken.
    private (TimeSpan Wait, Task? Answered) TryTake()
    {
        lock (_gate)
        {
            Refill();
            TimeSpan paused = _time.GetElapsedTime(_time.GetTimestamp(), _pausedUntil);
            if (_pausedUntil != 0 && paused > TimeSpan.Zero)
                return (paused, null);
            if (_tokens < 1)
            {
                return _hold is null
                    ? (TimeSpan.FromSeconds(Math.Clamp((1 - _tokens) / _rate, 0.0005, 3600)), null)
                    : (Max(s_longestHold - _time.GetElapsedTime(_heldSince), TimeSpan.FromMilliseconds(1)), _hold.Task);
            }

            if (_tokens >= _limit.Burst - NearlyFull && _hold is null)
            {
                _hold = new TaskCompletionSource(_continuations);
                _heldSince = _time.GetTimestamp();
            }

            _tokens -= 1;
            _underWay++;
            return (TimeSpan.Zero, null);
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    // Under the lock. Who waits for the end of the hold is woken outside it.
    private void Release(long at)
    {
        _ended = _hold;
        _hold = null;
        _filledAt = at;
    }

    private void WakeUp() => Interlocked.Exchange(ref _ended, null)?.TrySetResult();

    // Under the lock.
    private void Refill()
    {
        long now = _time.GetTimestamp();
        if (_hold is not null && _time.GetElapsedTime(_heldSince, now) >= s_longestHold)
            Release(_heldSince + (long)(s_longestHold.TotalSeconds * _time.TimestampFrequency));
        if (_hold is not null)
            return;
        double seconds = _time.GetElapsedTime(_filledAt, now).TotalSeconds;
        if (seconds <= 0)
            return;
        _tokens = Math.Min(_limit.Burst, _tokens + (seconds * _rate));
        double step = seconds * RecoveryPerSecond * _limit.RequestsPerSecond;
        if (!double.IsInfinity(_ceiling) && _time.GetElapsedTime(_slowedAt, now) > s_ceilingLife)
            _ceiling = double.PositiveInfinity;
        _rate = Math.Min(_limit.RequestsPerSecond, _rate + (_rate >= _ceiling * NearCeiling ? step / 10 : step));
        _filledAt = now;
    }

    // Under the lock. Requests that were out together are throttled together: they count once.
    private void SlowDown()
    {
        long now = _time.GetTimestamp();
        _tokens = Math.Min(_tokens, 0);
        bool first = double.IsInfinity(_ceiling);
        if (!first && _time.GetElapsedTime(_slowedAt, now) < TimeSpan.FromSeconds(Math.Clamp(1 / _rate, 0.2, 5)))
            return;
        _slowedAt = now;
        _ceiling = _rate;
        _rate = Math.Max(_limit.RequestsPerSecond * LowestPart, _rate * (first ? FirstDecrease : NextDecrease));
    }

    // Under the lock.
    private void Apply()
    {
        var limit = new PaceLimit(_leases.Min(lease => lease.Limit.RequestsPerSecond), _leases.Min(lease => lease.Limit.Burst));
        if (double.IsNaN(_tokens))
        {
            _tokens = limit.Burst;
            _filledAt = _time.GetTimestamp();
            _rate = limit.RequestsPerSecond;
        }
        else
        {
            Refill();
            // A rate that was lowered by throttling keeps its part of the new limit.
            _rate = limit.RequestsPerSecond * Math.Min(1, _rate / _limit.RequestsPerSecond);
            // What was spent stays spent: another burst is not a new bucket.
            _tokens = Math.Min(limit.Burst, _tokens + limit.Burst - _limit.Burst);
        }

        _limit = limit;
    }
}
