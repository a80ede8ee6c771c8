namespace ConnectOutbound.Sandbox.State;

/// <summary>The rate quota of an operation: fills at a rate, up to a burst, and each request takes one.</summary>
internal sealed class TokenBucket
{
    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private double _rate;
    private int _burst;
    private double _tokens;
    private long _filledAt;

    public TokenBucket(TimeProvider time, double rate, int burst)
    {
        _time = time;
        _rate = rate;
        _burst = burst;
        _tokens = burst;
        _filledAt = time.GetTimestamp();
    }

    public double Rate
    {
        get
        {
            lock (_gate)
            {
                return _rate;
            }
        }
    }

    public int Burst
    {
        get
        {
            lock (_gate)
            {
                return _burst;
            }
        }
    }

    public bool TryTake()
    {
        lock (_gate)
        {
            if (double.IsPositiveInfinity(_rate))
            {
                return true;
            }

            Fill();
            if (_tokens < 1)
            {
                return false;
            }

            _tokens -= 1;
            return true;
        }
    }

    public void Set(double rate, int burst)
    {
        lock (_gate)
        {
            Fill();
            _rate = rate;
            _burst = burst;
            _tokens = Math.Min(_tokens, burst);
        }
    }

    public void Refill()
    {
        lock (_gate)
        {
            Fill();
            _tokens = _burst;
        }
    }

    private void Fill()
    {
        long now = _time.GetTimestamp();
        double seconds = Math.Max(0, _time.GetElapsedTime(_filledAt, now).TotalSeconds);
        _filledAt = now;
        _tokens = double.IsPositiveInfinity(_rate) ? _burst : Math.Min(_burst, _tokens + (seconds * _rate));
    }
}
