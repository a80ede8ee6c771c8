using ConnectOutbound.Engine.PhoneNumbers;
using FsCheck;
using FsCheck.Xunit;

namespace ConnectOutbound.Engine.Tests.PhoneNumbers;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("+12065550100", "+12065550100")]
    [InlineData(" +1 (206) 555-0100 ", "+12065550100")]
    [InlineData("+1.206.555.0100", "+12065550100")]
    [InlineData("tel:+1-206-555-0100", "+12065550100")]
    [InlineData("+44\u00A020\u201079460958", "+442079460958")]
    [InlineData("+491234567890123", "+491234567890123")]
    public void An_international_number_is_read_however_it_is_separated(string written, string expected)
    {
        Assert.True(PhoneNumber.TryNormalize(written, null, out string e164, out string problem), problem);
        Assert.Equal(expected, e164);
    }

    [Theory]
    [InlineData("2065550100", "country code")]
    [InlineData("(206) 555-0102", "country code")]
    [InlineData("+0206555010", "begins with 0")]
    [InlineData("+1234567890123456", "16 digits")]
    [InlineData("+1", "too short")]
    [InlineData("+", "no digits")]
    [InlineData("", "no digits")]
    [InlineData("not a number", "not a phone number")]
    [InlineData("+1206555011\u0663", "none of 0 to 9")]
    [InlineData("+１2065550100", "none of 0 to 9")]
    [InlineData("=cmd|' /C calc'!A0", "not a phone number")]
    [InlineData("+12065550100 x12", "extension")]
    [InlineData("+12065550100;ext=12", "extension")]
    [InlineData("1.20656E+10", "spreadsheet")]
    [InlineData("1,20656E+10", "spreadsheet")]
    [InlineData("++12065550100", "not a phone number")]
    [InlineData("12+065550100", "not a phone number")]
    [InlineData("+12065550100\0", "not a phone number")]
    public void What_is_no_international_number_is_refused_with_the_reason(string written, string reason)
    {
        Assert.False(PhoneNumber.TryNormalize(written, null, out string e164, out string problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
        Assert.Equal("", e164);
    }

    [Property(MaxTest = 2000)]
    public void Whatever_is_read_is_e164_and_reads_as_itself(NonNull<string> written)
    {
        if (!PhoneNumber.TryNormalize(written.Get, null, out string e164, out string problem))
        {
            Assert.NotEmpty(problem);
            return;
        }

        Assert.Matches(@"\A\+[1-9][0-9]{1,14}\z", e164);
        Assert.True(PhoneNumber.TryNormalize(e164, null, out string again, out _));
        Assert.Equal(e164, again);
    }

    [Property(MaxTest = 500)]
    public void Digits_are_never_changed_lost_or_added(uint rest, byte length, byte separator)
    {
        // Germany: all lengths from 4 to 13 are possible, and a first digit 3 is no prefix.
        string digits = "3" + rest.ToString("D12", System.Globalization.CultureInfo.InvariantCulture)[^(3 + (length % 10))..];
        string written = $"+49{" .-/"[separator % 4]}{digits}";
        Assert.True(PhoneNumber.TryNormalize(written, null, out string e164, out _));
        Assert.Equal("+49" + digits, e164);
    }

    [Fact]
    public void A_number_that_is_in_e164_already_comes_back_as_the_same_text()
    {
        string written = string.Concat("+1206", "5550100");
        Assert.True(PhoneNumber.TryNormalize(written, null, out string e164, out _));
        Assert.Same(written, e164);
    }
}
