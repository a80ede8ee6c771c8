using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Tests.Errors;

public class DisplayTextTests
{
    [Theory]
    [InlineData("Row 3: '+12065550100' is wrong.", "Row 3: '…0100' is wrong.")]
    [InlineData("'(206) 555-0102' has no country code", "'…0102' has no country code")]
    [InlineData("1.206.555.0103", "…0103")]
    [InlineData("'011 1 206 555 0105'", "'…0105'")]
    [InlineData("+999123456789012345", "…2345")]
    [InlineData("tel:+1-206-555-0100 is", "tel:…0100 is")]
    [InlineData("206\u00B7555\u20090104 and 03\u30FC1234\u30FC5678", "…0104 and …5678")]
    [InlineData("\uFF08206\uFF09555\uFF0D0106", "\uFF08…0106")]
    [InlineData("+1206\u200B5550107", "…0107")]
    public void Phone_numbers_in_text_keep_their_last_four_digits_only(string text, string expected) =>
        Assert.Equal(expected, PhoneMask.MaskAll(text));

    [Theory]
    [InlineData("flow f0000000-0000-0000-0000-000000000001")]
    [InlineData("it takes 60 to 10080 (7 days)")]
    [InlineData("32768 bytes")]
    [InlineData("2026-12-01")]
    [InlineData("11111111-2222-3333-4444-555555555555")]
    [InlineData("arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001")]
    public void Ids_and_other_figures_stay(string text) => Assert.Equal(text, PhoneMask.MaskAll(text));

    [Fact]
    public void A_quoted_value_is_short_and_holds_no_control_characters()
    {
        string shown = DisplayText.Quoted("a\u001b[31m\r\n\0" + new string('x', 200));
        Assert.StartsWith("'a\\u001B[31m\\u000D\\u000A\\u0000", shown, StringComparison.Ordinal);
        Assert.True(shown.Length < 70);
        Assert.EndsWith("…'", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "(no number)")]
    [InlineData("123", "…")]
    [InlineData("+12065550100", "…0100")]
    public void A_masked_number_shows_four_characters_at_most(string? number, string expected) => Assert.Equal(expected, PhoneMask.Mask(number));
}
