using System.Globalization;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Tests.Input;

public class CellTextTests
{
    public static TheoryData<object, string> Scalars => new()
    {
        { "text", "text" },
        { 12065550100L, "12065550100" },
        { 12065550100d, "12065550100" },
        { 1.5, "1.5" },
        { 1234.5m, "1234.5" },
        { true, "true" },
        { new DateTime(2026, 12, 1), "2026-12-01" },
        { new DateTime(2026, 12, 1, 8, 30, 0, DateTimeKind.Utc), "2026-12-01T08:30:00Z" },
        { new DateTimeOffset(2026, 12, 1, 8, 30, 0, TimeSpan.FromHours(1)), "2026-12-01T08:30:00+01:00" },
        { new TimeSpan(1, 30, 0), "01:30:00" },
        { OutboundChannel.WhatsApp, "WhatsApp" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_has_the_same_text_in_every_culture(object value, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in (string[])["en-US", "de-DE", "ar-SA", "th-TH"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, CellText.Of(value));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lists_and_dictionaries_have_no_text()
    {
        Assert.Null(CellText.Of(new[] { 1, 2 }));
        Assert.Null(CellText.Of(new Dictionary<string, object?>()));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(" \t\u00A0", true)]
    [InlineData("0", false)]
    [InlineData(0, false)]
    public void Only_null_and_blanks_count_as_empty(object? cell, bool expected) => Assert.Equal(expected, CellText.IsEmpty(cell));
}
