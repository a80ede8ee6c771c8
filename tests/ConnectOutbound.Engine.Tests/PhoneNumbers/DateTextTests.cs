using System.Globalization;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Tests.PhoneNumbers;

public class DateTextTests
{
    [Theory]
    [InlineData("yyyy-MM-dd")]
    [InlineData("dd.MM.yyyy")]
    [InlineData("d.M.yyyy")]
    [InlineData("MM/dd/yyyy")]
    [InlineData("dd/MM/yyyy")]
    [InlineData("yyyy/M/d")]
    [InlineData("dd MM yyyy")]
    [InlineData("yyyy. MM. dd.")]
    [InlineData("d. M. yyyy")]
    [InlineData("dd-MM-yyyy HH:mm")]
    [InlineData("MM/dd/yyyy hh:mm:ss tt")]
    [InlineData("yyyy-MM-ddTHH:mm:ss.fffZ")]
    [InlineData("dd.MM.yyyy HH.mm")]
    [InlineData("dd.MM.yyyy, HH 'Uhr'")]
    public void Every_day_from_1900_to_2100_is_a_date(string format)
    {
        for (var day = new DateTime(1900, 1, 1, 13, 30, 0, DateTimeKind.Unspecified); day.Year <= 2100; day = day.AddDays(97))
        {
            string text = day.ToString(format, CultureInfo.InvariantCulture);
            Assert.True(DateText.IsDate(Separators.Plain(text)), text);
            Assert.False(PhoneNumber.TryNormalize(text, "DE", out _, out string problem), text);
            Assert.Contains("a date is not a phone number", problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("34.10.1234")]
    [InlineData("2030 1234 56")]
    [InlineData("30.02.2026")]
    [InlineData("29.02.2027")]
    [InlineData("13.13.2026")]
    [InlineData("00.12.2026")]
    [InlineData("26.11.1899")]
    [InlineData("26.11.2101")]
    [InlineData("26.11.26")]
    [InlineData("26.11-2026")]
    [InlineData("26.11.2026.10")]
    [InlineData("26 11 2026 10")]
    [InlineData("030.12.1950")]
    [InlineData("2026")]
    [InlineData("20261126")]
    [InlineData("2026-11")]
    [InlineData("2026-11-2026")]
    [InlineData("+2026-11-26")]
    [InlineData("026.11.2026")]
    public void What_is_not_exactly_a_day_a_month_and_a_year_is_no_date(string text) => Assert.False(DateText.IsDate(text));

    [Theory]
    [InlineData("10:30", true)]
    [InlineData("7.00:00:00", true)]
    [InlineData("-00:30:00.5000000", true)]
    [InlineData("10.30", false)]
    [InlineData("030:1234567", false)]
    public void A_time_has_a_colon(string text, bool isTime) => Assert.Equal(isTime, DateText.IsTime(text));
}
