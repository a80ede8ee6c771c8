using ConnectOutbound.Engine.Messages;

namespace ConnectOutbound.Engine.Tests.Messages;

public class SmsPartsTests
{
    [Theory]
    [InlineData("a", 0, 0)]
    [InlineData("a", 1, 1)]
    [InlineData("a", 160, 1)]
    [InlineData("a", 161, 2)]
    [InlineData("a", 306, 2)]
    [InlineData("a", 307, 3)]
    [InlineData("€", 80, 1)]
    [InlineData("€", 81, 2)]
    [InlineData("я", 70, 1)]
    [InlineData("я", 71, 2)]
    [InlineData("я", 134, 2)]
    [InlineData("я", 135, 3)]
    [InlineData("😀", 35, 1)]
    [InlineData("😀", 36, 2)]
    [InlineData("😀", 66, 2)]
    [InlineData("😀", 67, 3)]
    public void Parts_follow_the_alphabet_and_the_length(string unit, int times, int parts) =>
        Assert.Equal(parts, SmsParts.Count(string.Concat(Enumerable.Repeat(unit, times))));

    [Fact]
    public void An_extension_character_is_not_cut_in_two()
    {
        // 152 + 2 septets do not fit into 153: the euro sign goes to the second part, which the third then feels.
        string text = new string('a', 152) + "€" + new string('a', 151);
        Assert.Equal(2, SmsParts.Count(text));
        Assert.Equal(3, SmsParts.Count(text + "a"));
    }
}
