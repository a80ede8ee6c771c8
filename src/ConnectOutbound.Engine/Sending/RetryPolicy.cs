namespace ConnectOutbound.Engine.Sending;

/// <summary>How often and how soon a row is tried again. Every attempt carries the same idempotency token.</summary>
public sealed record RetryPolicy
{
    /// <summary>How many attempts a row has where the service fails or no answer can be read; from 1. Throttling does not count.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>The longest pause before the first repetition; doubled for each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause at all.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a full quota of concurrent chats is waited for before the run stops.</summary>
    public TimeSpan QuotaWait { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a row is throttled without a break before the run stops.</summary>
    public TimeSpan ThrottleWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>A pause with full jitter: anything from nothing to the limit, so that workers that failed together do not come back together.</summary>
    /// <param name="failures">How many attempts failed, from 1.</param>
    /// <param name="random">The source of chance.</param>
    /// <returns>The pause.</returns>
    internal TimeSpan Delay(int failures, Random random)
    {
        double limit = Math.Min(LongestDelay.TotalSeconds, FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 20)));
        return TimeSpan.FromSeconds(random.NextDouble() * limit);
    }
}
