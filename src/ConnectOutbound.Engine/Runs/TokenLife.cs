namespace ConnectOutbound.Engine.Runs;

/// <summary>Tells whether a token still protects: whether the service would answer it with the contact that it started.</summary>
/// <param name="length">How long a token protects.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenLife(TimeSpan length, TimeProvider time)
{
    // Clocks of machines differ: a time this far ahead counts as now, and one further ahead is of a clock that was wrong.
    private static readonly TimeSpan s_clockDifference = TimeSpan.FromHours(1);

    /// <summary>Whether the token was first sent too long ago.</summary>
    /// <param name="firstSentAt">When a request with the token first left.</param>
    public bool IsOver(DateTimeOffset firstSentAt) => time.GetUtcNow() - firstSentAt > length;

    /// <summary>Whether the time is of a clock that was wrong.</summary>
    /// <param name="firstSentAt">When a request with the token first left.</param>
    public bool IsInFuture(DateTimeOffset firstSentAt) => firstSentAt - time.GetUtcNow() > s_clockDifference;
}
