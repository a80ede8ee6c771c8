namespace ConnectOutbound.Engine.Reports;

/// <summary>How long rows took, from the first request to the last answer.</summary>
/// <param name="Count">How many rows say it.</param>
/// <param name="Median">Half of them took no longer.</param>
/// <param name="Percentile95">19 of 20 took no longer.</param>
/// <param name="Longest">None took longer.</param>
public sealed record ReportSpread(int Count, TimeSpan Median, TimeSpan Percentile95, TimeSpan Longest)
{
    /// <summary>Sums durations up by the nearest-rank method.</summary>
    /// <param name="ticks">The durations, in ticks, in any order; they are left sorted.</param>
    /// <returns>The spread; null where there are none.</returns>
    internal static ReportSpread? Compute(List<long> ticks)
    {
        if (ticks.Count == 0)
            return null;
        ticks.Sort();
        return new ReportSpread(ticks.Count, Rank(0.5), Rank(0.95), TimeSpan.FromTicks(ticks[^1]));

        TimeSpan Rank(double part) => TimeSpan.FromTicks(ticks[Math.Max(0, (int)Math.Ceiling(part * ticks.Count) - 1)]);
    }
}
