using System.Collections;
using System.Globalization;

namespace ConnectOutbound.Engine.Skipping.QuietHours;

/// <summary>The quiet minutes of a day.</summary>
internal sealed class WallClockSpans
{
    public const int MinutesOfDay = 24 * 60;

    private readonly BitArray _quiet = new(MinutesOfDay);
    private readonly short[] _sameFor = new short[MinutesOfDay];

    /// <summary>Whether no minute is left.</summary>
    public bool IsWholeDay => _quiet.HasAllSet();

    /// <summary>Adds a span.</summary>
    /// <param name="start">Its first minute.</param>
    /// <param name="end">The minute behind its last; up to the start where it goes over midnight.</param>
    public void Add(int start, int end)
    {
        for (int minute = start; minute != end % MinutesOfDay; minute = (minute + 1) % MinutesOfDay)
            _quiet[minute] = true;
    }

    /// <summary>To be called when all spans are in, and before the questions below.</summary>
    public void Complete()
    {
        // Backwards, twice round: for the last minutes of a day counts what the first ones are.
        for (int round = (2 * MinutesOfDay) - 1; round >= 0; round--)
        {
            int minute = round % MinutesOfDay, next = (minute + 1) % MinutesOfDay;
            _sameFor[minute] = (short)(_quiet[minute] == _quiet[next] ? _sameFor[next] + 1 : 1);
        }
    }

    /// <summary>Whether a time of the wall clock is quiet.</summary>
    /// <param name="wall">The time; its kind does not matter.</param>
    /// <returns>True within a span.</returns>
    public bool IsQuiet(DateTime wall) => _quiet[MinuteOf(wall)];

    /// <summary>How long a clock without daylight saving would show the same answer.</summary>
    /// <param name="wall">A time of the wall clock.</param>
    /// <returns>The time to the next change, at most a day.</returns>
    public TimeSpan SameFor(DateTime wall) => TimeSpan.FromTicks((_sameFor[MinuteOf(wall)] * TimeSpan.TicksPerMinute) - (wall.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>The spans in the order of the day, joined where they touch.</summary>
    /// <returns>Such as <c>12:00-13:00,21:00-08:00</c>.</returns>
    public override string ToString()
    {
        var spans = new List<string>();
        for (int start = 0; start < MinutesOfDay; start++)
        {
            if (_quiet[start] && !_quiet[(start + MinutesOfDay - 1) % MinutesOfDay])
                spans.Add($"{Clock(start)}-{Clock((start + _sameFor[start]) % MinutesOfDay)}");
        }

        return string.Join(',', spans);
    }

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static int MinuteOf(DateTime wall) => (int)(wall.Ticks / TimeSpan.TicksPerMinute % MinutesOfDay);
}
