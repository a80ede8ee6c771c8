using System.Globalization;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Skipping.QuietHours;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Tests.Skipping.QuietHours;

public class QuietHoursTests
{
    private static TimeZoneInfo Zone(string id)
    {
        Assert.True(new TimeZones().TryFind(id, out TimeZoneInfo? zone, out string problem), problem);
        return zone;
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("21:00-08:00", "21:00-08:00")]
    [InlineData("22:00-7:30", "22:00-07:30")]
    [InlineData(" 9:00 - 10:00 ", "09:00-10:00")]
    [InlineData("21:00\u201308:00", "21:00-08:00")]
    [InlineData("22:00-24:00", "22:00-00:00")]
    [InlineData("24:00-6:00", "00:00-06:00")]
    [InlineData("21:00-08:00,12:00-13:00", "12:00-13:00,21:00-08:00")]
    [InlineData("21:00-23:00, 22:00-08:00", "21:00-08:00")]
    public void Hours_are_read_and_come_out_in_one_form(string written, string text)
    {
        Assert.Equal(text, QuietHoursSchedule.Parse(written).Text);
        Assert.Equal(text, QuietHoursSchedule.Parse(QuietHoursSchedule.Parse(written).Text).Text);
    }

    [Theory]
    [InlineData("", "empty span")]
    [InlineData("21:00-08:00,", "empty span")]
    [InlineData("21-8", "HH:mm-HH:mm")]
    [InlineData("21:00", "HH:mm-HH:mm")]
    [InlineData("9pm-8am", "HH:mm-HH:mm")]
    [InlineData("21:00-08:00-09:00", "HH:mm-HH:mm")]
    [InlineData("21:0-08:00", "HH:mm-HH:mm")]
    [InlineData("\u0662\u0661:00-08:00", "HH:mm-HH:mm")]
    [InlineData("21:60-08:00", "no clock shows")]
    [InlineData("21:00-24:01", "no clock shows")]
    [InlineData("25:00-08:00", "no clock shows")]
    [InlineData("08:00-08:00", "ends when it begins")]
    [InlineData("00:00-24:00", "ends when it begins")]
    [InlineData("00:00-12:00,12:00-24:00", "whole day")]
    public void What_is_no_span_of_hours_is_refused_with_what_to_write(string written, string reason)
    {
        OutboundException refused = Assert.Throws<OutboundException>(() => QuietHoursSchedule.Parse(written));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal("QuietHours", refused.Parameter);
    }

    [Theory]
    // Over midnight; the start is quiet, the end is not.
    [InlineData("21:00-08:00", "Europe/Berlin", "2026-01-15T20:59:59.9999999+01:00", null)]
    [InlineData("21:00-08:00", "Europe/Berlin", "2026-01-15T21:00:00+01:00", "2026-01-16T08:00:00+01:00")]
    [InlineData("21:00-08:00", "Europe/Berlin", "2026-01-16T07:59:59.9999999+01:00", "2026-01-16T08:00:00+01:00")]
    [InlineData("21:00-08:00", "Europe/Berlin", "2026-01-16T08:00:00+01:00", null)]
    // The offset in which the instant is given does not matter.
    [InlineData("21:00-08:00", "Europe/Berlin", "2026-01-15T20:30:00Z", "2026-01-16T08:00:00+01:00")]
    [InlineData("21:00-08:00", "Europe/Berlin", "2026-07-15T19:30:00Z", "2026-07-16T08:00:00+02:00")]
    // Daylight saving begins in the night: the end is at 08:00 by the new time.
    [InlineData("21:00-08:00", "Europe/Berlin", "2026-03-28T22:00:00+01:00", "2026-03-29T08:00:00+02:00")]
    // The end is in the hour that the clock leaves out: quiet ends with the jump.
    [InlineData("21:00-02:30", "Europe/Berlin", "2026-03-28T23:00:00+01:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("21:00-02:00", "Europe/Berlin", "2026-03-28T23:00:00+01:00", "2026-03-29T03:00:00+02:00")]
    // The clock jumps from one quiet span into another one.
    [InlineData("00:00-02:00,03:00-05:00", "Europe/Berlin", "2026-03-29T01:00:00+01:00", "2026-03-29T05:00:00+02:00")]
    // The span is the hour that is left out: nothing is quiet that night.
    [InlineData("02:00-03:00", "Europe/Berlin", "2026-03-29T01:59:59+01:00", null)]
    [InlineData("02:00-03:00", "Europe/Berlin", "2026-03-29T03:00:00+02:00", null)]
    // The hour that the clock shows twice is quiet both times.
    [InlineData("02:00-02:30", "Europe/Berlin", "2026-10-25T02:10:00+02:00", "2026-10-25T02:30:00+02:00")]
    [InlineData("02:00-02:30", "Europe/Berlin", "2026-10-25T02:45:00+02:00", null)]
    [InlineData("02:00-02:30", "Europe/Berlin", "2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("21:00-02:30", "Europe/Berlin", "2026-10-25T02:10:00+01:00", "2026-10-25T02:30:00+01:00")]
    [InlineData("21:00-03:00", "Europe/Berlin", "2026-10-25T02:10:00+02:00", "2026-10-25T03:00:00+01:00")]
    [InlineData("21:00-08:00", "America/New_York", "2026-10-31T22:00:00-04:00", "2026-11-01T08:00:00-05:00")]
    // Offsets that are no whole hours, and a change of half an hour.
    [InlineData("21:00-08:00", "Asia/Kolkata", "2026-05-01T15:30:00Z", "2026-05-02T08:00:00+05:30")]
    [InlineData("21:00-08:00", "Asia/Kolkata", "2026-05-01T15:29:59Z", null)]
    [InlineData("21:00-08:00", "Asia/Kathmandu", "2026-05-01T15:15:00Z", "2026-05-02T08:00:00+05:45")]
    [InlineData("21:00-02:15", "Australia/Lord_Howe", "2026-10-03T23:00:00+10:30", "2026-10-04T02:30:00+11:00")]
    [InlineData("21:00-08:00", "Pacific/Chatham", "2026-06-01T21:00:00+12:45", "2026-06-02T08:00:00+12:45")]
    // The clock is changed at midnight.
    [InlineData("23:00-00:30", "Africa/Cairo", "2026-04-23T23:30:00+02:00", "2026-04-24T01:00:00+03:00")]
    [InlineData("21:00-08:00", "Africa/Cairo", "2026-10-29T23:30:00+03:00", "2026-10-30T08:00:00+02:00")]
    [InlineData("23:30-00:00", "Africa/Cairo", "2026-10-29T23:45:00+03:00", "2026-10-29T23:00:00+02:00")]
    [InlineData("23:30-00:00", "Africa/Cairo", "2026-10-29T23:45:00+02:00", "2026-10-30T00:00:00+02:00")]
    [InlineData("21:00-00:00", "Asia/Beirut", "2026-03-28T23:00:00+02:00", "2026-03-29T01:00:00+03:00")]
    [InlineData("21:00-08:00", "America/Asuncion", "2023-09-30T22:00:00-04:00", "2023-10-01T08:00:00-03:00")]
    [InlineData("21:00-00:15", "America/Asuncion", "2023-09-30T22:00:00-04:00", "2023-10-01T01:00:00-03:00")]
    // A day that a place left out: Samoa went from the 29th to the 31st.
    [InlineData("21:00-08:00", "Pacific/Apia", "2011-12-29T22:00:00-10:00", "2011-12-31T08:00:00+14:00")]
    [InlineData("12:00-13:00,21:00-08:00", "UTC", "2026-05-01T12:30:00Z", "2026-05-01T13:00:00Z")]
    [InlineData("12:00-13:00,21:00-08:00", "UTC", "2026-05-01T20:59:00Z", null)]
    public void An_instant_is_quiet_by_the_wall_clock_of_the_place(string hours, string zone, string now, string? ends)
    {
        QuietLook look = QuietHoursSchedule.Parse(hours).Look(At(now), Zone(zone));
        Assert.Equal(ends is not null, look.IsQuiet);
        Assert.Equal(ends is null ? null : At(ends), look.Ends);
        Assert.Equal(ends is null ? null : At(ends).Offset, look.Ends?.Offset);
    }

    [Fact]
    public void Looking_back_in_time_answers_as_looking_forward_does()
    {
        TimeZoneInfo zone = Zone("Europe/Berlin");
        var hours = QuietHoursSchedule.Parse("21:00-08:00");
        Assert.True(hours.Look(At("2026-01-15T21:00:00+01:00"), zone).IsQuiet);
        Assert.False(hours.Look(At("2026-01-15T20:59:00+01:00"), zone).IsQuiet);
        Assert.True(hours.Look(At("2026-01-15T07:00:00+01:00"), zone).IsQuiet);
    }

    [Fact]
    public async Task Many_threads_get_the_answers_that_one_gets()
    {
        TimeZoneInfo[] zones = [Zone("Europe/Berlin"), Zone("America/New_York"), Zone("Asia/Kathmandu")];
        var hours = QuietHoursSchedule.Parse("21:00-08:00,12:00-13:00");
        DateTimeOffset start = At("2026-03-27T00:00:00Z");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            var random = new Random(worker);
            for (int i = 0; i < 20_000; i++)
            {
                DateTimeOffset now = start.AddMinutes(random.Next(5 * 1440));
                TimeZoneInfo zone = zones[random.Next(zones.Length)];
                TimeSpan wall = TimeZoneInfo.ConvertTime(now, zone).TimeOfDay;
                bool expected = wall >= TimeSpan.FromHours(21) || wall < TimeSpan.FromHours(8) || wall.Hours == 12;
                Assert.Equal(expected, hours.Look(now, zone).IsQuiet);
            }
        })));
    }

    /// <summary>Every minute of four days around each change of the clock in a year, against the wall clock asked one by one.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "21:00-02:30", 2026)]
    [InlineData("America/New_York", "1:15-1:45,12:00-13:00", 2026)]
    [InlineData("America/St_Johns", "21:00-08:00", 2010)]
    [InlineData("America/Asuncion", "23:17-0:43", 2023)]
    [InlineData("Africa/Cairo", "23:30-00:00", 2026)]
    [InlineData("Africa/Casablanca", "2:00-3:00,22:00-1:59", 2026)]
    [InlineData("Asia/Beirut", "0:00-1:00", 2026)]
    [InlineData("Asia/Kathmandu", "21:00-08:00", 2026)]
    [InlineData("Australia/Lord_Howe", "1:45-2:15", 2026)]
    [InlineData("Europe/Dublin", "1:00-2:00", 2026)]
    [InlineData("Pacific/Apia", "21:00-08:00", 2011)]
    [InlineData("Pacific/Chatham", "2:50-3:40", 2026)]
    [InlineData("Antarctica/Troll", "0:30-2:59", 2026)]
    public void Looks_around_each_change_agree_with_the_clock_asked_minute_by_minute(string id, string text, int year)
    {
        TimeZoneInfo zone = Zone(id);
        bool[] minuteIsQuiet = new bool[1440];
        foreach (string[] ends in text.Split(',').Select(span => span.Split('-')))
        {
            int start = (int)TimeSpan.Parse(ends[0], CultureInfo.InvariantCulture).TotalMinutes;
            int end = (int)TimeSpan.Parse(ends[1], CultureInfo.InvariantCulture).TotalMinutes;
            for (int minute = start; minute != end; minute = (minute + 1) % 1440)
                minuteIsQuiet[minute] = true;
        }

        var hours = QuietHoursSchedule.Parse(text);
        foreach (DateTimeOffset day in ChangesOf(zone, year))
        {
            DateTimeOffset[] minutes = [.. Enumerable.Range(0, 5 * 1440).Select(minute => day.AddDays(-2).AddMinutes(minute))];
            bool[] expected = [.. minutes.Select(minute => minuteIsQuiet[(int)TimeZoneInfo.ConvertTime(minute, zone).TimeOfDay.TotalMinutes])];
            DateTimeOffset? endsAt = null;
            for (int i = minutes.Length - 1; i >= 0; i--)
            {
                endsAt = expected[i] ? endsAt : minutes[i];
                if (endsAt is null)
                    continue;
                // Once with what is remembered and, now and then, with nothing to remember.
                QuietLook look = (i % 97 == 0 ? QuietHoursSchedule.Parse(text) : hours).Look(minutes[i], zone);
                if (look.IsQuiet != expected[i] || look.Ends != (expected[i] ? endsAt : null))
                    Assert.Fail($"{minutes[i]:O}: {look}, expected {expected[i]} until {endsAt:O}");
            }

            Assert.Contains(true, expected);
        }
    }

    // The days in whose course the offset changes; of a zone without changes the first of the year.
    private static DateTimeOffset[] ChangesOf(TimeZoneInfo zone, int year)
    {
        DateTimeOffset[] days = [.. Enumerable.Range(0, 366).Select(day => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day))];
        DateTimeOffset[] changes = [.. days.Where(day => zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))];
        return changes.Length == 0 ? [days[0]] : changes;
    }
}
