namespace ConnectOutbound.Engine.Skipping.QuietHours;

/// <summary>Finds when a wall clock next crosses an end of the quiet hours, by running or by being put forward or back.</summary>
internal static class NextChange
{
    // .NET does not tell when a zone's offset changes. No zone has changed it twice in so short a time.
    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(30);

    /// <summary>The first instant behind another at which the answer is not the same.</summary>
    /// <param name="from">An instant, in UTC.</param>
    /// <param name="zone">The time zone.</param>
    /// <param name="spans">The quiet hours; never the whole day.</param>
    /// <returns>The instant, in UTC.</returns>
    public static DateTime After(DateTime from, TimeZoneInfo zone, WallClockSpans spans)
    {
        TimeSpan offset = zone.GetUtcOffset(from);
        bool quiet = spans.IsQuiet(from + offset);
        DateTime at = from;
        do
        {
            // To where the clock shows the other answer or is put forward or back, which may show it the same answer again.
            at = FirstOtherOffset(at, at + spans.SameFor(at + offset), zone, offset);
            offset = zone.GetUtcOffset(at);
        }
        while (spans.IsQuiet(at + offset) == quiet);
        return at;
    }

    // The first instant behind `from` and before `until` that has another offset; `until` where there is none.
    private static DateTime FirstOtherOffset(DateTime from, DateTime until, TimeZoneInfo zone, TimeSpan offset)
    {
        DateTime same = from;
        while (same < until)
        {
            DateTime next = until - same > s_step ? same + s_step : until;
            if (zone.GetUtcOffset(next) != offset)
                return Between(same, next, zone, offset);
            same = next;
        }

        return until;
    }

    private static DateTime Between(DateTime same, DateTime other, TimeZoneInfo zone, TimeSpan offset)
    {
        long low = same.Ticks, high = other.Ticks;
        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            if (zone.GetUtcOffset(new DateTime(middle, DateTimeKind.Utc)) == offset)
                low = middle;
            else
                high = middle;
        }

        return new DateTime(high, DateTimeKind.Utc);
    }
}
