using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Tests.PhoneNumbers;

public class CountryTimeZoneTests
{
    [Theory]
    [InlineData("+33612345678", "Europe/Paris")]
    [InlineData("+919876543210", "Asia/Kolkata")]
    [InlineData("+81312345678", "Asia/Tokyo")]
    [InlineData("+4712345678", "Europe/Oslo")]
    public void A_country_with_one_zone_gives_it(string e164, string zone) => Assert.Equal(zone, CountryTimeZone.ZoneOf(e164));

    [Theory]
    [InlineData("+4930123456", "Europe/Berlin")] // and Europe/Busingen
    [InlineData("+5491123456789", "America/Argentina/Buenos_Aires")] // and eleven others
    [InlineData("+998901234567", "Asia/Tashkent")] // and Asia/Samarkand
    public void Zones_of_a_country_that_always_agree_are_one(string e164, string zone) => Assert.Equal(zone, CountryTimeZone.ZoneOf(e164));

    [Theory]
    [InlineData("+12065550100")] // United States
    [InlineData("+14165550100")] // Canada
    [InlineData("+61491570156")] // Australia
    [InlineData("+79123456789")] // Russia
    [InlineData("+5511987654321")] // Brazil
    [InlineData("+34612345678")] // Spain: the Canary Islands
    [InlineData("+351912345678")] // Portugal: the Azores
    [InlineData("+6421123456")] // New Zealand: the Chatham Islands
    public void A_country_with_several_local_times_gives_none(string e164) => Assert.Null(CountryTimeZone.ZoneOf(e164));

    [Theory]
    [InlineData("+77012345678", "Asia/Almaty")] // +7 is Russia's too
    [InlineData("+18765550100", "America/Jamaica")] // +1 876
    [InlineData("+17875550100", "America/Puerto_Rico")] // +1 787
    [InlineData("+262692123456", "Indian/Reunion")]
    [InlineData("+262639012345", "Indian/Mayotte")]
    public void Where_countries_share_a_calling_code_the_number_decides(string e164, string zone) => Assert.Equal(zone, CountryTimeZone.ZoneOf(e164));

    [Theory]
    [InlineData("+442079460958", "Europe/London")]
    [InlineData("+441481256789", "Europe/Guernsey")]
    [InlineData("+44123", null)] // no possible number
    [InlineData("+441111111111", "Europe/London")] // nobody's, but all that share +44 have the same time
    [InlineData("+262000000000", null)] // nobody's, and Réunion and Mayotte differ
    [InlineData("+11111111111", null)]
    public void Where_the_number_does_not_decide_all_countries_must_agree(string e164, string? zone) => Assert.Equal(zone, CountryTimeZone.ZoneOf(e164));

    [Theory]
    [InlineData("+80012345678")]
    [InlineData("+870773111632")]
    [InlineData("+38343201234")] // Kosovo is not in the time zone database
    [InlineData("+9991234567")]
    [InlineData("+4930")]
    [InlineData("+49")]
    [InlineData("+")]
    [InlineData("")]
    [InlineData("+49 30 123456")]
    [InlineData("030123456")]
    [InlineData("+4930123456789012345678901234567890")]
    public void What_belongs_to_no_country_or_is_no_number_gives_none(string e164) => Assert.Null(CountryTimeZone.ZoneOf(e164));

    [Fact]
    public void Every_zone_is_known_here_and_the_zones_of_one_calling_code_that_agree_have_the_same_time()
    {
        foreach ((string country, CountryZone known) in CountryZones.Shared.All)
        {
            Assert.True(NumberingPlans.IsCountry(country), country);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(known.Zone);
            var clock = TimeZoneInfo.FindSystemTimeZoneById(known.Clock);
            for (var day = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero); day.Year < 2028; day = day.AddDays(7))
                Assert.Equal(clock.GetUtcOffset(day), zone.GetUtcOffset(day));
        }
    }
}
