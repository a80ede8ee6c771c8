namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>Waits as timers take them.</summary>
internal static class TimerWait
{
    /// <summary>A wait in whole milliseconds, rounded up: a timer cuts the rest off, and what waits would look again too early, and again, and again.</summary>
    /// <param name="wait">The wait.</param>
    /// <returns>At least a millisecond.</returns>
    public static TimeSpan RoundUp(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));
}
