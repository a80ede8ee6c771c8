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
}
