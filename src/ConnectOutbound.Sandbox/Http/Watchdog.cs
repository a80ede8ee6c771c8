namespace ConnectOutbound.Sandbox.Http;

/// <summary>Until when the client has to make progress. Armed by the connection, looked at by the server's watch.</summary>
internal sealed class Watchdog
{
    private readonly TimeProvider _clock;
    private long _dueAt = long.MaxValue;

    public Watchdog(TimeProvider clock) => _clock = clock;

    public bool IsDue => _clock.GetTimestamp() >= Interlocked.Read(ref _dueAt);

    public void Arm(TimeSpan time) =>
        Interlocked.Exchange(ref _dueAt, _clock.GetTimestamp() + (long)(time.TotalSeconds * _clock.TimestampFrequency));

    public void Disarm() => Interlocked.Exchange(ref _dueAt, long.MaxValue);
}
