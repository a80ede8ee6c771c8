using ConnectOutbound.Engine.PhoneNumbers;
using FsCheck.Xunit;

namespace ConnectOutbound.Engine.Tests.PhoneNumbers;

public class NationalNumberTests
{
    [Theory]
    [InlineData("(206) 555-0100", "US", "+12065550100")]
    [InlineData("1-206-555-0100", "us", "+12065550100")]
    [InlineData("206.555.0101", "CA", "+12065550101")]
    [InlineData("020 7946 0958", "GB", "+442079460958")]
    [InlineData("(0 30) 12 34 56-78", "DE", "+493012345678")]
    [InlineData("0151/23456789", " de ", "+4915123456789")]
    [InlineData("06 12 34 56 78", "FR", "+33612345678")]
    [InlineData("612 34 56 78", "ES", "+34612345678")]
    [InlineData("8 (912) 345-67-89", "RU", "+79123456789")]
    [InlineData("06 20 123 4567", "HU", "+36201234567")]
    [InlineData("03−1234−5678", "JP", "+81312345678")]
    [InlineData("03ー1234ー5678", "JP", "+81312345678")]
    public void A_national_number_is_read_by_its_country(string written, string country, string expected) => Reads(written, country, expected);

    [Theory]
    [InlineData("011 15-2345-6789", "AR", "+5491123456789")]
    [InlineData("0 15 11 98765-4321", "BR", "+5511987654321")]
    [InlineData("0 11 98765-4321", "BR", "+5511987654321")]
    [InlineData("06 698 12345", "IT", "+390669812345")]
    [InlineData("312345678", "IT", "+39312345678")]
    [InlineData("0491 570 156", "AU", "+61491570156")]
    public void A_countrys_own_prefixes_are_followed(string written, string country, string expected) => Reads(written, country, expected);

    [Theory]
    [InlineData("011 44 20 7946 0958", "US", "+442079460958")]
    [InlineData("00 1 206 555 0100", "DE", "+12065550100")]
    [InlineData("010 1 206-555-0100", "JP", "+12065550100")]
    [InlineData("0011 1 206 555 0100", "AU", "+12065550100")]
    [InlineData("8~10 1 206 555 0100", "RU", "+12065550100")]
    [InlineData("0~0 49 30 123456", "UA", "+4930123456")]
    public void A_number_abroad_is_read_as_it_is_dialled_from_the_country(string written, string country, string expected) => Reads(written, country, expected);

    [Theory]
    [InlineData("12065550100", "US", "+12065550100")]
    [InlineData("4930123456", "DE", "+4930123456")]
    [InlineData("447911123456", "GB", "+447911123456")]
    [InlineData("393331234567", "IT", "+393331234567")]
    public void A_plus_sign_that_was_lost_is_seen_where_the_number_can_be_no_other(string written, string country, string expected) =>
        Reads(written, country, expected);

    [Theory]
    [InlineData(
        "12065550100",
        "DE",
        "could be a number of +1 that lost its plus sign, or one of +49 (DE) that lost its 0; "
            + "write it with + and the country code, or with the 0 that numbers in DE begin with")]
    [InlineData("447700900101", "DE", "could be a number of +44 that lost its plus sign, or one of +49 (DE) that lost its 0")]
    [InlineData("12065550100", "NL", "could be a number of +1 that lost its plus sign, or one of +31 (NL) that lost its 0")]
    [InlineData("447700900101", "NL", "is too long")]
    [InlineData("4930123456", "GB", "could be a number of +49 that lost its plus sign, or one of +44 (GB) that lost its 0")]
    [InlineData(
        "318001234",
        "HU",
        "could be a number of +31 that lost its plus sign, or one of +36 (HU) that lost its 06; "
            + "write it with + and the country code, or with the 06 that")]
    [InlineData("532615905", "FR", "could be a number of +53 that lost its plus sign, or one of +33 (FR) that lost its 0")]
    [InlineData("447700900101", "AU", "could be a number of +44")] // not a number of the kinds that Australia writes without its 0
    [InlineData("12065550100", "JP", "could be a number of +1")]
    [InlineData("12065550100", "IN", "could be a number of +1")]
    [InlineData("(1206) 555-0100", "DE", "could be a number of +1")]
    [InlineData("80012345678", "DE", "could be a number of +800")]
    [InlineData("44 (0)20 7946 0958", "DE", "could be a number of +44")]
    public void A_number_without_plus_sign_and_without_the_0_that_its_country_writes_is_refused_where_it_could_be_one_of_another_country(
        string written,
        string country,
        string reason)
    {
        Assert.False(PhoneNumber.TryNormalize(written, country, out string e164, out string problem), e164);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30123456", "DE", "+4930123456")] // +30 123456 is too short for Greece
    [InlineData("2079460958", "GB", "+442079460958")] // numbers of Egypt (+20) do not begin with 7
    [InlineData("012065550100", "DE", "+4912065550100")]
    [InlineData("0612345678", "FR", "+33612345678")]
    [InlineData("0447700900101", "DE", "+49447700900101")]
    public void Without_the_0_a_number_is_read_where_no_other_country_could_have_it_and_with_the_0_always(string written, string country, string expected) =>
        Reads(written, country, expected);

    [Theory]
    [InlineData("4930123456", "US", "+14930123456")]
    [InlineData("612345678", "ES", "+34612345678")]
    [InlineData("3331234567", "IT", "+393331234567")]
    [InlineData("612345678", "PL", "+48612345678")]
    [InlineData("5512345678", "MX", "+525512345678")]
    [InlineData("(51) 98765-4321", "BR", "+5551987654321")] // +51 987654321 is a number in Peru
    [InlineData("1300 975 707", "AU", "+611300975707")]
    [InlineData("98765 43210", "IN", "+919876543210")]
    [InlineData("84951234567", "RU", "+74951234567")] // with its prefix; +84 951234567 is a number in Vietnam
    [InlineData("(495) 123-45-67", "RU", "+74951234567")] // +49 51234567 is a number in Germany
    public void Numbers_as_their_country_writes_them_are_read_whatever_other_country_could_have_their_digits(string written, string country, string expected) =>
        Reads(written, country, expected);

    [Theory]
    [InlineData("+44 20 7946 0958", "US")]
    [InlineData("+44 (0)20 7946 0958", "DE")]
    [InlineData("(+44) 020 7946 0958", null)]
    [InlineData("tel:+44-20-7946-0958", "nowhere")]
    public void With_a_plus_sign_the_country_does_not_matter(string written, string? country) => Reads(written, country, "+442079460958");

    [Theory]
    [InlineData("+8001234 5678", "+80012345678")]
    [InlineData("+870 773 111 632", "+870773111632")]
    public void Calling_codes_that_belong_to_no_country_are_known(string written, string expected) => Reads(written, null, expected);

    [Theory]
    [InlineData(
        "2065550100",
        null,
        "has no country code; write it internationally, with + and the country code before it, "
            + "or say which country it belongs to (-DefaultCountry, or a column Country)")]
    [InlineData("0049 30 123456", "", "has no country code; write it")]
    [InlineData("020 7946 0958", "UK", "has no country code, and the country 'UK' is not known; the United Kingdom is GB")]
    [InlineData("030 123456", "Germany", "the country 'Germany' is not known; a country is given by its two letters of ISO 3166-1, such as US")]
    [InlineData("0000000", "001", "is not known")]
    [InlineData("+999 123 4567", null, "has no country code: there is none that +999 could be")]
    [InlineData("00 999 123 4567", "DE", "begins with 00, the prefix for calls abroad from DE, and no country code follows")]
    [InlineData("+44", null, "is too short: no digits stand behind the country code +44, where 7, 9 or 10 are possible")]
    [InlineData("+1", null, "is too short: no digits stand behind the country code +1, where 10 are possible")]
    [InlineData("555-0100", "US", "is too short: 7 digits stand behind the country code +1 (US), where 10 are possible")]
    [InlineData("+49 1", null, "is too short: 1 digit stands behind the country code +49 (DE), where 4 to 15 are possible")]
    [InlineData("+33 6 12 34 56 789", null, "is too long: 10 digits stand behind the country code +33 (FR), where 9 are possible")]
    [InlineData("+45 123 456 789", null, "is too long: 9 digits stand behind the country code +45 (DK), where 8 are possible")]
    [InlineData("+44 20 7946 09", null, "has a length that is not possible: 8 digits stand behind the country code +44, where 7, 9 or 10 are possible")]
    [InlineData("555-0100", "CA", "write it with its area code")]
    [InlineData("4915123456789", "DE", "begins with 49, which can be the country code or a part of the number; write it internationally")]
    [InlineData("62812345678", "ID", "begins with 62, which can be")]
    [InlineData("+420 (0)602 123 456", null, "has a (0) in it, which numbers behind +420 do not have; leave it out")]
    [InlineData("4930123456.0", "DE", "was made a number with a decimal fraction")]
    [InlineData("4930123456,00", "DE", "was made a number with a decimal fraction")]
    [InlineData("+4930123456.0", null, "was made a number with a decimal fraction")]
    [InlineData("4.93012E+11", "DE", "spreadsheet")]
    [InlineData("２０６5550100", "US", "none of 0 to 9")]
    [InlineData("٢٠٦5550100", "US", "none of 0 to 9")]
    [InlineData("1-800-FLOWERS", "US", "is not a phone number")]
    [InlineData("12345678901234567890123456789012345678901", "US", "has 41 digits")]
    public void What_is_no_number_is_refused_with_the_reason(string written, string? country, string reason)
    {
        Assert.False(PhoneNumber.TryNormalize(written, country, out string e164, out string problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
        Assert.Equal("", e164);
    }

    [Theory]
    [InlineData(" x12")]
    [InlineData("x12")]
    [InlineData(" X 12")]
    [InlineData(" ext. 12")]
    [InlineData(" Ext 12")]
    [InlineData(" extension 12")]
    [InlineData(";ext=12")]
    [InlineData(";phone-context=+1")]
    [InlineData("#12")]
    [InlineData(" # 12")]
    [InlineData(",12")]
    [InlineData(",,12")]
    [InlineData("~12")]
    [InlineData("p12")]
    [InlineData(" доб. 12")]
    [InlineData("，12")]
    [InlineData(" (mobile)")]
    public void An_extension_is_refused_however_it_is_written(string extension)
    {
        (string Number, string? Country)[] numbers = [("+12065550100", null), ("+4930123456", "DE"), ("(206) 555-0100", "US"), ("030 123456", "DE")];
        foreach ((string number, string? country) in numbers)
        {
            Assert.False(PhoneNumber.TryNormalize(number + extension, country, out _, out string problem), number);
            Assert.Contains("has an extension or something else behind the number", problem, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("\u200E")]
    [InlineData("\u200F")]
    [InlineData("\u202A")]
    [InlineData("\u202D")]
    [InlineData("\u202C")]
    [InlineData("\u2066")]
    [InlineData("\u2069")]
    [InlineData("\uFEFF")]
    [InlineData("\u200B")]
    [InlineData("\u00AD")]
    [InlineData("\u2060")]
    public void Marks_without_width_around_a_number_do_not_matter(string mark)
    {
        Reads($"{mark}+12065550100{mark}", null, "+12065550100");
        Reads($"{mark}{mark} tel:+1 206 555{mark} 0100 {mark}", null, "+12065550100");
        Reads($" {mark}(206) 555-0100{mark} ", "US", "+12065550100");
    }

    [Theory]
    [InlineData("+1206\u202E5550100", @"'\u202E'")]
    [InlineData("+1206\u00005550100", @"'\u0000'")]
    [InlineData("+1206\u22175550100", "'\u2217'")]
    [InlineData("'+12065550100", "'''")]
    public void Any_other_sign_is_refused_by_its_name(string written, string sign)
    {
        Assert.False(PhoneNumber.TryNormalize(written, null, out _, out string problem));
        Assert.Equal($"is not a phone number: {sign} does not belong into one", problem);
    }

    [Property(MaxTest = 3000)]
    public void Whatever_is_read_is_e164_and_reads_as_itself(string? written, ushort country)
    {
        string code = NumberingPlans.Countries[country % NumberingPlans.Countries.Count];
        AssertReadsAsItself(written ?? "", code);
    }

    [Property(MaxTest = 3000)]
    public void Digits_by_chance_are_read_as_e164_or_refused_with_a_reason(ulong digits, byte length, ushort country)
    {
        string text = digits.ToString("D20", System.Globalization.CultureInfo.InvariantCulture)[^(1 + (length % 20))..];
        AssertReadsAsItself(text, NumberingPlans.Countries[country % NumberingPlans.Countries.Count]);
    }

    [Property(MaxTest = 1000)]
    public void An_american_number_that_lost_its_plus_sign_becomes_no_other_where_numbers_are_written_with_a_prefix(uint digits, byte country)
    {
        string[] countries = ["DE", "GB", "FR", "NL", "JP", "AT", "ZA", "SE", "CH"];
        string american = (2_000_000_000 + (digits % 8_000_000_000)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(PhoneNumber.TryNormalize("1" + american, countries[country % countries.Length], out string e164, out string problem), e164);
        Assert.NotEmpty(problem);
    }

    private static void AssertReadsAsItself(string written, string country)
    {
        if (!PhoneNumber.TryNormalize(written, country, out string e164, out string problem))
        {
            Assert.NotEmpty(problem);
            Assert.Equal("", e164);
            return;
        }

        Assert.Equal("", problem);
        Assert.Matches(@"\A\+[1-9][0-9]{2,14}\z", e164);
        Assert.True(PhoneNumber.TryNormalize(e164, null, out string again, out _));
        Assert.Equal(e164, again);
    }

    private static void Reads(string written, string? country, string expected)
    {
        Assert.True(PhoneNumber.TryNormalize(written, country, out string e164, out string problem), problem);
        Assert.Equal(expected, e164);
    }
}
