namespace ConnectOutbound.Sandbox.State;

/// <summary>What is counted over all operations.</summary>
internal sealed class SandboxCounters
{
    private long _requests;
    private long _throttled;
    private long _faults;

    public long Requests => Interlocked.Read(ref _requests);

    public long Throttled => Interlocked.Read(ref _throttled);

    public long Faults => Interlocked.Read(ref _faults);

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void CountThrottled() => Interlocked.Increment(ref _throttled);

    public void CountFault() => Interlocked.Increment(ref _faults);

    public void Reset()
    {
        Interlocked.Exchange(ref _requests, 0);
        Interlocked.Exchange(ref _throttled, 0);
        Interlocked.Exchange(ref _faults, 0);
    }
}
