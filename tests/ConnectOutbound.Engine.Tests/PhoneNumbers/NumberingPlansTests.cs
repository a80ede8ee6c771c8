using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Tests.PhoneNumbers;

public class NumberingPlansTests
{
    [Fact]
    public void The_countries_are_sorted_codes_of_two_letters()
    {
        Assert.Equal(NumberingPlans.Countries.Order(StringComparer.Ordinal), NumberingPlans.Countries);
        Assert.All(NumberingPlans.Countries, static code => Assert.Matches(@"\A[A-Z]{2}\z", code));
        Assert.True(NumberingPlans.Countries.Count > 240);
    }

    [Theory]
    [InlineData("US", true)]
    [InlineData("gb", true)]
    [InlineData("De", true)]
    [InlineData("UK", false)]
    [InlineData("USA", false)]
    [InlineData("Germany", false)]
    [InlineData("001", false)]
    [InlineData("", false)]
    public void A_country_is_known_by_its_two_letters(string code, bool known) => Assert.Equal(known, NumberingPlans.IsCountry(code));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0|180020", "01")]
    [InlineData("[08]", "08")]
    [InlineData("(183[12])|0", "01")]
    [InlineData("0?(?:(11|2[13]|3)15)?", "0123")]
    [InlineData("(?:0|90)(?:(1[245])(\\d{10,11}))?", "09")]
    [InlineData("[2-46-8]\\d{6}", "234678")]
    [InlineData("(?:1?|2{0,1})5", "125")]
    [InlineData("\\d7", "0123456789")]
    [InlineData("([0-258]\\d{4})$", "01258")]
    public void The_digits_that_a_pattern_begins_with_are_found(string pattern, string digits) =>
        Assert.Equal(digits, string.Concat(Enumerable.Range(0, 10).Where(digit => (FirstDigits.Compute(pattern) & (1 << digit)) != 0)));
}
