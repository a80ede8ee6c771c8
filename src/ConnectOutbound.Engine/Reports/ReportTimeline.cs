namespace ConnectOutbound.Engine.Reports;

/// <summary>How many rows were sent when, in stretches of one length that follows from the run's.</summary>
/// <param name="From">The beginning of the first stretch, in UTC: a whole multiple of the length.</param>
/// <param name="Width">The length of each.</param>
/// <param name="Bins">The stretches, without a gap; sixty or so at most.</param>
/// <param name="Quota">How many requests the quota allows in one of them.</param>
public sealed record ReportTimeline(DateTimeOffset From, TimeSpan Width, IReadOnlyList<ReportBin> Bins, double Quota)
{
    private const int MostBins = 60;

    // In seconds. Each divides a day, or is whole days.
    private static readonly long[] s_widths = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];

    /// <summary>The end of the last stretch, as a UTC time.</summary>
    public DateTimeOffset To => Start(Bins.Count);

    /// <summary>The most rows in one stretch.</summary>
    public int Highest => Bins.Max(bin => bin.Total);

    /// <summary>The beginning of a stretch.</summary>
    /// <param name="bin">Its place, from 0.</param>
    /// <returns>The time, in UTC.</returns>
    public DateTimeOffset Start(int bin) => new(Math.Min(From.UtcTicks + bin * Width.Ticks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    /// <summary>Sorts rows into stretches.</summary>
    /// <param name="sends">When each row was sent (UTC ticks), and whether its contact was started.</param>
    /// <param name="requestsPerSecond">The quota.</param>
    /// <returns>The timeline; null where nothing was sent.</returns>
    internal static ReportTimeline? Build(IReadOnlyList<(long Ticks, bool Started)> sends, double requestsPerSecond)
    {
        if (sends.Count == 0)
            return null;
        long first = sends.Min(send => send.Ticks);
        long last = sends.Max(send => send.Ticks);
        long width = WidthFor(last - first);
        long from = first - first % width;
        var bins = new ReportBin[(last - from) / width + 1];
        foreach ((long ticks, bool started) in sends)
        {
            ref ReportBin bin = ref bins[(ticks - from) / width];
            bin = started ? bin with { Started = bin.Started + 1 } : bin with { Others = bin.Others + 1 };
        }

        var length = TimeSpan.FromTicks(width);
        return new ReportTimeline(new DateTimeOffset(from, TimeSpan.Zero), length, bins, requestsPerSecond * length.TotalSeconds);
    }

    private static long WidthFor(long span)
    {
        foreach (long seconds in s_widths)
        {
            if (span / (seconds * TimeSpan.TicksPerSecond) < MostBins)
                return seconds * TimeSpan.TicksPerSecond;
        }

        return (span / MostBins / TimeSpan.TicksPerDay + 1) * TimeSpan.TicksPerDay;
    }
}
