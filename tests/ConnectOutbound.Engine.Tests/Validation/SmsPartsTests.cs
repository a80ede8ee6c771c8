using ConnectOutbound.Engine.Validation;
using FsCheck.Xunit;

namespace ConnectOutbound.Engine.Tests.Validation;

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

    [Theory]
    [InlineData("", 0, SmsEncoding.Gsm7, 0)]
    [InlineData("Hello", 1, SmsEncoding.Gsm7, 5)]
    [InlineData("5 €", 1, SmsEncoding.Gsm7, 4)]
    [InlineData("Hello…", 1, SmsEncoding.Ucs2, 6)]
    [InlineData("😀", 1, SmsEncoding.Ucs2, 2)]
    public void The_length_is_in_septets_or_in_code_units(string text, int parts, SmsEncoding encoding, int units) =>
        Assert.Equal(new SmsLength(parts, encoding, units), SmsParts.Measure(text));

    [Fact]
    public void The_characters_that_force_ucs2_are_named_once_in_order()
    {
        IReadOnlyList<SmsCharacter> characters = SmsParts.ForcingUcs2("It’s “late” – isn’t it…");
        Assert.Equal(["’", "“", "”", "–", "…"], characters.Select(character => character.Text));
        Assert.Equal(["'", "\"", "\"", "-", "..."], characters.Select(character => character.Plain));
    }

    [Theory]
    [InlineData("’", "’ (U+2019)")]
    [InlineData("\u00A0", "U+00A0")]
    [InlineData("\u200B", "U+200B")]
    [InlineData("\t", "U+0009")]
    [InlineData("😀", "😀 (U+1F600)")]
    public void A_character_is_shown_with_its_code_and_an_invisible_one_by_its_code_alone(string text, string shown) =>
        Assert.Equal(shown, Assert.Single(SmsParts.ForcingUcs2($"a{text}b")).ToString());

    [Fact]
    public void An_emoji_of_several_code_points_is_one_character()
    {
        SmsCharacter character = Assert.Single(SmsParts.ForcingUcs2("Hi 👨‍👩‍👧 and 👨‍👩‍👧"));
        Assert.Equal("👨‍👩‍👧", character.Text);
        Assert.Null(character.Plain);
    }

    [Fact]
    public void A_letter_with_a_combining_accent_has_a_composed_form_that_costs_nothing()
    {
        SmsCharacter character = Assert.Single(SmsParts.ForcingUcs2("Cafe\u0301"));
        Assert.Equal("e\u0301", character.Text);
        Assert.Equal("é", character.Plain);
    }

    [Fact]
    public void Another_alphabet_has_no_replacement() => Assert.Null(Assert.Single(SmsParts.ForcingUcs2("я")).Plain);

    [Fact]
    public void No_more_characters_are_named_than_asked_for()
    {
        Assert.Equal(10, SmsParts.ForcingUcs2("абвгдежзийклм").Count);
        Assert.Equal(3, SmsParts.ForcingUcs2("абвгдежзийклм", 3).Count);
    }

    [Property(MaxTest = 2000)]
    public void A_text_goes_out_in_ucs2_exactly_where_a_character_forces_it(string? text)
    {
        text ??= "";
        IReadOnlyList<SmsCharacter> characters = SmsParts.ForcingUcs2(text, int.MaxValue);
        Assert.Equal(SmsParts.Measure(text).Encoding == SmsEncoding.Ucs2, characters.Count > 0);
        foreach (SmsCharacter character in characters)
            text = text.Replace(character.Text, "", StringComparison.Ordinal);
        Assert.Equal(SmsEncoding.Gsm7, SmsParts.Measure(text).Encoding);
    }

    [Fact]
    public void Every_replacement_is_in_the_alphabet()
    {
        for (char c = '\0'; c < '\uD800'; c++)
        {
            if (SmsParts.ForcingUcs2(c.ToString()) is [{ Plain: string plain }])
                Assert.Equal(SmsEncoding.Gsm7, SmsParts.Measure(plain).Encoding);
        }
    }
}
