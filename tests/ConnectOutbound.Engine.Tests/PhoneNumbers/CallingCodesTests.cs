using System.Globalization;
using ConnectOutbound.Engine.PhoneNumbers;
using PhoneNumberUtil = global::PhoneNumbers.PhoneNumberUtil;

namespace ConnectOutbound.Engine.Tests.PhoneNumbers;

/// <summary>Compares CallingCodes.tsv, by which plain numbers are read without the library, with the library.</summary>
public class CallingCodesTests
{
    private static readonly PhoneNumberUtil s_library = PhoneNumberUtil.GetInstance();

    [Fact]
    public void Every_calling_code_has_the_countries_and_lengths_of_the_library()
    {
        Assert.Equal(s_library.GetSupportedRegions().Order(StringComparer.Ordinal), CallingCodes.Shared.Countries);
        Assert.Equal(215, s_library.GetSupportedCallingCodes().Count);
        foreach (int value in s_library.GetSupportedCallingCodes())
        {
            CallingCode code = CallingCodes.Shared.Of(value.ToString(CultureInfo.InvariantCulture) + "00")!;
            Assert.Equal(value.ToString(CultureInfo.InvariantCulture), code.Digits);
            Assert.Equal(s_library.GetRegionCodesForCountryCode(value), code.Countries);
            IEnumerable<IEnumerable<int>> all = code.IsCountry
                ? code.Countries.Select(static country => s_library.GetMetadataForRegion(country).GeneralDesc.PossibleLengthList)
                : [s_library.GetMetadataForNonGeographicalRegion(value).GeneralDesc.PossibleLengthList];
            IEnumerable<int> lengths = all.Aggregate(static (some, others) => some.Intersect(others));
            Assert.Equal(lengths.Aggregate(0u, static (bits, length) => bits | (1u << length)), code.Lengths);
        }
    }

    [Fact]
    public void No_code_is_the_beginning_of_another_and_what_begins_with_none_has_none()
    {
        for (int value = 0; value < 1000; value++)
        {
            string digits = value.ToString("D3", CultureInfo.InvariantCulture);
            string[] codes = [.. s_library.GetSupportedCallingCodes()
                .Select(static code => code.ToString(CultureInfo.InvariantCulture))
                .Where(code => digits.StartsWith(code, StringComparison.Ordinal))];
            Assert.Equal(codes.Length == 0 ? null : Assert.Single(codes), CallingCodes.Shared.Of(digits)?.Digits);
        }
    }

    [Fact]
    public void A_plain_number_is_read_by_the_library_as_it_stands()
    {
        var random = new Random(20261126);
        foreach (int value in s_library.GetSupportedCallingCodes())
        {
            CallingCode code = CallingCodes.Shared.Of(value.ToString(CultureInfo.InvariantCulture))!;
            for (int length = 1; length <= 16; length++)
            {
                for (int i = 0; i < 40; i++)
                {
                    string national = string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(10)));
                    if (!code.IsPlain(national))
                        continue;
                    DialledNumber number = DialledNumber.International(code.Digits + national);
                    Assert.True(number.Problem.Length == 0, $"+{code.Digits} {national} {number.Problem}");
                    Assert.Equal($"+{code.Digits}{national}", number.E164);
                }
            }
        }
    }

    [Theory]
    [InlineData("1", "2065550100", true)]
    [InlineData("1", "1065550100", false)]
    [InlineData("1", "206555010", false)]
    [InlineData("49", "15123456789", true)]
    [InlineData("49", "015123456789", false)]
    [InlineData("86", "13123456789", false)]
    [InlineData("7", "9123456789", true)]
    [InlineData("7", "8123456789", false)]
    [InlineData("81", "90123456789012", false)]
    public void A_number_that_may_have_a_prefix_or_an_impossible_length_is_left_to_the_library(string code, string national, bool plain) =>
        Assert.Equal(plain, CallingCodes.Shared.Of(code)!.IsPlain(national));
}
