using System.Globalization;
using ConnectOutbound.Engine.Input;

namespace ConnectOutbound.Engine.Tests.Input;

public class OptOutColumnTests
{
    [Theory]
    [InlineData("OptOut")]
    [InlineData("opt_out")]
    [InlineData("Opt-Out")]
    [InlineData("OPTED OUT?")]
    [InlineData("SMS opt out")]
    [InlineData("Email Opt Out")]
    [InlineData("HasOptedOutOfEmail")]
    [InlineData("et4ae5__HasOptedOutOfMobile__c")]
    [InlineData("hs_sms_optout")]
    [InlineData("DoNotContact")]
    [InlineData("do_not_call")]
    [InlineData("Do Not Text")]
    [InlineData("donotbulkemail")]
    [InlineData("donotsendmm")]
    [InlineData("Don't contact")]
    [InlineData("DNC")]
    [InlineData("DND")]
    [InlineData("Unsubscribed")]
    [InlineData("UNSUB_TIME")]
    [InlineData("Unsubscribed from all email")]
    [InlineData("Blocked")]
    [InlineData("Blacklisted")]
    [InlineData("SMS Suppressions")]
    [InlineData("STOP")]
    [InlineData("No SMS")]
    [InlineData("Attribute.OptOut")]
    [InlineData("Abgemeldet am")]
    [InlineData("Werbewiderspruch")]
    [InlineData("Désabonné")]
    public void Is_found_by_the_names_that_mailing_tools_give_it(string name) => Assert.False(Assert.Single(OptOutColumn.Among(["Phone", name])).IsConsent);

    [Theory]
    [InlineData("OptIn")]
    [InlineData("sms_opt_in")]
    [InlineData("Consent")]
    [InlineData("SMS Consent")]
    [InlineData("Accepts SMS Marketing")]
    [InlineData("AcceptsMarketing")]
    [InlineData("Subscribed")]
    public void Consents_are_found_too(string name) => Assert.True(Assert.Single(OptOutColumn.Among(["Phone", name])).IsConsent);

    [Theory]
    [InlineData("HasOptedOutOfFax")]
    [InlineData("donotfax")]
    [InlineData("donotpostalmail")]
    [InlineData("Option")]
    [InlineData("Bus stop")]
    [InlineData("Note text")]
    [InlineData("Piano contact")]
    [InlineData("Block")]
    [InlineData("Contact")]
    [InlineData("Name")]
    [InlineData("")]
    public void Other_columns_are_none(string name) => Assert.Empty(OptOutColumn.Among(["Phone", name]));

    public static TheoryData<object?> Yes => new(
        "yes", "Yes", " YES ", "y", "true", "TRUE", "1", "-1", "1.0", "x", "X", "✓", "☑", "on", "ja", "oui", "sí", "STOP", "opted out", "2026-01-31",
        "by phone", "1764000000", true, 1, 1L, 1.0, new DateTime(2026, 1, 31));

    public static TheoryData<object?> No => new(
        "no", "No", "NO ", "n", "false", "FALSE", "0", "0.0", "", "  ", "-", "n/a", "N/A", "none", "null", "off", "nein", "non", "não", "falsch",
        "FAUX", "never", "opted in", "subscribed", "not opted out", "☐", "7", null, false, 0, 0L, 0.0, 7, DBNull.Value);

    [Theory]
    [MemberData(nameof(Yes))]
    public void Refuses_with_a_true_value(object? cell)
    {
        Assert.True(new OptOutColumn(0, IsConsent: false).Refuses(CellConverter.Convert(cell)));
        Assert.False(new OptOutColumn(0, IsConsent: true).Refuses(cell is "opted out" ? null : CellConverter.Convert(cell)));
    }

    [Theory]
    [MemberData(nameof(No))]
    public void Refuses_nothing_with_a_false_value(object? cell) => Assert.False(new OptOutColumn(0, IsConsent: false).Refuses(CellConverter.Convert(cell)));

    [Theory]
    [InlineData("no", true)]
    [InlineData("FALSE", true)]
    [InlineData(false, true)]
    [InlineData(0, true)]
    [InlineData("opted out", true)]
    [InlineData("unsubscribed", true)]
    [InlineData("", false)]
    [InlineData("n/a", false)]
    [InlineData("unknown", false)]
    [InlineData(null, false)]
    [InlineData("2026-01-31", false)]
    public void A_consent_refuses_where_somebody_said_no(object? cell, bool expected) =>
        Assert.Equal(expected, new OptOutColumn(0, IsConsent: true).Refuses(cell));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_does_not_count(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Single(OptOutColumn.Among(["OPTED IN"]));
            Assert.Single(OptOutColumn.Among(["BLACKLIST"]));
            Assert.True(new OptOutColumn(0, IsConsent: false).Refuses(1.0));
            Assert.False(new OptOutColumn(0, IsConsent: false).Refuses("NEIN"));
            Assert.False(new OptOutColumn(0, IsConsent: false).Refuses(0.0));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_cell_that_cannot_be_read_says_nothing() => Assert.False(new OptOutColumn(0, IsConsent: false).Refuses(new CellError("no such file")));
}
