using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Tests.Validation;

public class TimeZonesTests
{
    private static readonly TimeZones s_zones = new();

    private static readonly ZoneNames s_known = new(["UTC", "Europe/London", "Europe/Lisbon", "Europe/Berlin", "America/New_York", "Asia/Kolkata"]);

    [Theory]
    [InlineData("Europe/Berlin", 1)]
    [InlineData("europe/berlin", 1)]
    [InlineData(" Europe/Berlin ", 1)]
    [InlineData("W. Europe Standard Time", 1)]
    [InlineData("Eastern Standard Time", -5)]
    [InlineData("Pacific Standard Time (Mexico)", -8)]
    [InlineData("America/Argentina/Buenos_Aires", -3)]
    [InlineData("US/Eastern", -5)]
    [InlineData("CET", 1)]
    [InlineData("UTC", 0)]
    [InlineData("utc", 0)]
    [InlineData("Etc/UTC", 0)]
    public void Iana_and_windows_ids_are_found(string id, int hours)
    {
        Assert.True(s_zones.TryFind(id, out TimeZoneInfo? zone, out string problem), problem);
        Assert.Equal(TimeSpan.FromHours(hours), zone.BaseUtcOffset);
        Assert.True(s_zones.TryFind(id, out TimeZoneInfo? again, out _));
        Assert.Same(zone, again);
    }

    [Theory]
    [InlineData("EST", "America/New_York")]
    [InlineData("MST", "America/Denver")]
    [InlineData("HST", "Pacific/Honolulu")]
    [InlineData("pst", "America/Los_Angeles")]
    [InlineData("IST", "Asia/Kolkata (or Europe/Dublin")]
    [InlineData("GMT", "Europe/London")]
    [InlineData("CEST", "Europe/Berlin")]
    [InlineData("+02:00", "is an offset")]
    [InlineData("-5", "is an offset")]
    [InlineData("UTC+2", "is an offset")]
    [InlineData("GMT-05:00", "is an offset")]
    [InlineData("Etc/GMT+5", "other way round")]
    public void Names_without_daylight_saving_are_refused_with_the_place_to_write(string id, string explanation) => Refused(id, explanation);

    [Theory]
    [InlineData("Europe/Lodnon", "the nearest is Europe/London")]
    [InlineData("Europe/Londn", "Europe/London")]
    [InlineData("London", "the nearest is Europe/London")]
    [InlineData("New York", "the nearest is America/New_York")]
    [InlineData("America/New York", "the nearest is America/New_York")]
    [InlineData("America/NewYork", "the nearest is America/New_York")]
    [InlineData("Utopia/Nowhere", "such as America/New_York")]
    public void What_is_no_id_is_answered_with_the_nearest(string id, string suggestion) => Refused(id, suggestion);

    [Theory]
    [InlineData("")]
    [InlineData("../Europe/Berlin")]
    [InlineData("Europe/../Europe/Berlin")]
    [InlineData("Europe/../../../../etc/passwd")]
    [InlineData("/usr/share/zoneinfo/Europe/Berlin")]
    [InlineData("posix/Europe/Berlin")]
    [InlineData("right/Europe/Berlin")]
    [InlineData("Europe\\Berlin")]
    [InlineData("localtime")]
    [InlineData("posixrules")]
    [InlineData("zone.tab")]
    [InlineData("Europe")]
    [InlineData("Europe/Berlin\0")]
    [InlineData("Europe/Berlin\n/x")]
    [InlineData("CON")]
    public void A_path_is_no_id(string id) => Refused(id, "is no time zone's id");

    [Fact]
    public void A_long_text_is_refused_at_once() => Refused("Europe/" + new string('x', 100_000), "was not found");

    [Fact]
    public void Ids_without_number_are_answered()
    {
        var zones = new TimeZones();
        for (int i = 0; i < 3000; i++)
            Assert.False(zones.TryFind($"Nowhere {i:D64}", out _, out _));
        Assert.True(zones.TryFind("Europe/Berlin", out _, out _));
    }

    [Theory]
    [InlineData("Europe/Berlin", true, false, "knows Windows ids only")]
    [InlineData("W. Europe Standard Time", false, false, "globalization-invariant")]
    [InlineData("W. Europe Standart Time", false, true, "was not found")]
    [InlineData("Europe/Berlim", false, false, "the nearest is Europe/Berlin")]
    [InlineData("Europe/Bondon", false, false, "the nearest is Europe/London")]
    public void A_system_that_knows_one_kind_of_ids_says_so(string id, bool windows, bool canConvert, string explanation) =>
        Assert.Contains(explanation, MissingZone.Explain(id, s_known, windows, canConvert), StringComparison.Ordinal);

    [Fact]
    public void Ids_that_are_equally_near_are_all_named() =>
        Assert.Equal(
            "; the nearest are Africa/Lome, Europe/Rome",
            MissingZone.Suggestion("Dome", new ZoneNames(["Europe/Rome", "Europe/Prague", "Africa/Lome"])));

    [Fact]
    public void A_machine_without_time_zone_data_says_so() =>
        Assert.Contains("tzdata", MissingZone.Explain("Europe/Berlin", new ZoneNames(["UTC"]), windows: false, canConvert: true), StringComparison.Ordinal);

    private static void Refused(string id, string explanation)
    {
        Assert.False(s_zones.TryFind(id, out TimeZoneInfo? zone, out string problem));
        Assert.Null(zone);
        Assert.Contains(explanation, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(problem, char.IsControl);
    }
}
