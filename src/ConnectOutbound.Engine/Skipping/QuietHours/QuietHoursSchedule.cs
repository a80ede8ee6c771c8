using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Skipping.QuietHours;

/// <summary>Hours of the day in which nobody is written to, by the clock on the customer's wall. Safe for use from several threads at once.</summary>
/// <remarks>
/// Only the wall clock counts. Where it jumps over an end (daylight saving begins), quiet ends with the jump; an hour that it shows twice (daylight
/// saving ends) is quiet both times or neither time.
/// </remarks>
public sealed partial class QuietHoursSchedule
{
    private const string Syntax = "write the start and the end as HH:mm-HH:mm, such as 21:00-08:00; several with commas between them";

    private readonly WallClockSpans _spans;

    // What was found out for a zone holds until the next change, so most looks cost one comparison.
    private readonly ConcurrentDictionary<TimeZoneInfo, Stretch> _lastOfZone = new(ReferenceEqualityComparer.Instance);

    private QuietHoursSchedule(string text, WallClockSpans spans)
    {
        Text = text;
        _spans = spans;
    }

    /// <summary>The hours in one form whatever was written, in the order of the day: <c>12:00-13:00,21:00-08:00</c>.</summary>
    public string Text { get; }

    /// <summary>Reads quiet hours.</summary>
    /// <param name="text">
    /// <c>HH:mm-HH:mm</c> or <c>H:mm-H:mm</c>, 0:00 to 24:00, also over midnight; several with commas between them. The start is quiet, the end is
    /// not.
    /// </param>
    /// <returns>The hours.</returns>
    /// <exception cref="OutboundException">The text is none, a span has no length, or all hours of the day would be quiet.</exception>
    public static QuietHoursSchedule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out QuietHoursSchedule? hours, out string problem)
            ? hours
            : throw OutboundException.Argument("QuietHours", $"QuietHours {DisplayText.Quoted(text)} {problem}.");
    }

    /// <summary>Reads quiet hours.</summary>
    /// <param name="text">See <see cref="Parse"/>.</param>
    /// <param name="hours">The hours.</param>
    /// <param name="problem">What is wrong and what would be right, to be put behind "QuietHours 'x'".</param>
    /// <returns>False where the text is none.</returns>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out QuietHoursSchedule? hours, out string problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        hours = null;
        problem = "";
        var spans = new WallClockSpans();
        foreach (string span in text.Split(','))
        {
            if (!TryRead(span.Trim(), out int start, out int end, out problem))
                return false;
            spans.Add(start, end);
        }

        if (spans.IsWholeDay)
        {
            problem = "would be the whole day, in which nothing could ever be sent; leave some of it out";
            return false;
        }

        spans.Complete();
        hours = new QuietHoursSchedule(spans.ToString(), spans);
        return true;
    }

    /// <summary>Looks whether an instant falls into the quiet hours of a place.</summary>
    /// <param name="now">The instant; its offset does not matter.</param>
    /// <param name="zone">The place's time zone, as <see cref="TimeZones"/> finds it: what is remembered for a zone is remembered for that instance.</param>
    /// <returns>Whether it does, and when they end.</returns>
    public QuietLook Look(DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (!_lastOfZone.TryGetValue(zone, out Stretch? stretch) || !stretch.Holds(now.UtcTicks))
            _lastOfZone[zone] = stretch = StretchFrom(now.UtcDateTime, zone);
        return stretch.Look;
    }

    private Stretch StretchFrom(DateTime from, TimeZoneInfo zone)
    {
        bool quiet = _spans.IsQuiet(from + zone.GetUtcOffset(from));
        DateTime until = NextChange.After(from, zone, _spans);
        return new Stretch(from.Ticks, until.Ticks, new QuietLook(quiet, quiet ? TimeZoneInfo.ConvertTime(new DateTimeOffset(until), zone) : null));
    }

    private static bool TryRead(string span, out int start, out int end, out string problem)
    {
        (start, end) = (0, 0);
        Match match = SpanOfTwoTimes().Match(span);
        if (!match.Success)
        {
            problem = $"{(span.Length == 0 ? "has an empty span" : "cannot be read")}; {Syntax}";
            return false;
        }

        if (!TryMinute(match, "h1", "m1", out start) || !TryMinute(match, "h2", "m2", out end))
        {
            problem = $"has a time that no clock shows; hours are 0 to 23 (24:00 is the day's end), minutes 00 to 59; {Syntax}";
            return false;
        }

        start %= WallClockSpans.MinutesOfDay;
        problem = start == end % WallClockSpans.MinutesOfDay
            ? "ends when it begins, which would be the whole day or nothing; leave the quiet hours out, or write the hours that are quiet" : "";
        return problem.Length == 0;
    }

    private static bool TryMinute(Match match, string hourGroup, string minuteGroup, out int minute)
    {
        int hour = int.Parse(match.Groups[hourGroup].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        int rest = int.Parse(match.Groups[minuteGroup].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        minute = (hour * 60) + rest;
        return rest < 60 && minute <= WallClockSpans.MinutesOfDay;
    }

    [GeneratedRegex(@"\A(?<h1>[0-9]{1,2}):(?<m1>[0-9]{2}) ?[-\u2013] ?(?<h2>[0-9]{1,2}):(?<m2>[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex SpanOfTwoTimes();

    /// <summary>A stretch of time in which the answer is the same.</summary>
    private sealed record Stretch(long From, long Until, QuietLook Look)
    {
        public bool Holds(long ticks) => ticks >= From && ticks < Until;
    }
}
