using System.Buffers;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>Says what a text is that is no phone number.</summary>
internal static class PhoneNumberFault
{
    public const string Rounded = "was rounded by a spreadsheet; format that column as text and export it again";

    private const string Fraction = "was made a number with a decimal fraction by a spreadsheet or a program; format that column as text and export it again";

    // What a number has at least before an extension follows.
    private const int DigitsBeforeExtension = 5;

    private static readonly SearchValues<char> s_decimal = SearchValues.Create("0123456789.,");

    /// <param name="text">What was written.</param>
    /// <param name="at">Where the character is that belongs into no number.</param>
    /// <param name="digits">How many digits stand before it.</param>
    public static string Explain(ReadOnlySpan<char> text, int at, int digits)
    {
        char c = text[at];
        if (char.IsDigit(c))
            return $"holds the digit {DisplayText.Quoted(c.ToString())}, which is none of 0 to 9";
        if (LooksRounded(text))
            return Rounded;
        if (c == ',' && IsFraction(text, at))
            return Fraction;
        if (digits >= DigitsBeforeExtension && (IsMark(c) || char.IsLetter(c)))
            return "has an extension or something else behind the number; a message goes to a number alone";
        return char.IsLetter(c) ? "is not a phone number" : $"is not a phone number: {DisplayText.Quoted(c.ToString())} does not belong into one";
    }

    /// <summary>What is wrong with a text of digits and separators alone; null where nothing is.</summary>
    // 4930123456.0: read as digits alone, it would be another number.
    public static string? OfDigits(ReadOnlySpan<char> text)
    {
        int dot = text.IndexOf('.');
        return dot >= DigitsBeforeExtension && IsFraction(text, dot) ? Fraction : null;
    }

    // What stands before an extension or a second number, also as East Asian keyboards give it.
    private static bool IsMark(char c) => c is ';' or '#' or ',' or '~' or '*' or ':' or '&' or '=' or '，' or '；' or '＃' or '～' or '、';

    // 1.20656E+10
    private static bool LooksRounded(ReadOnlySpan<char> text)
    {
        int e = text.IndexOfAny('E', 'e');
        return e > 0
            && e + 2 < text.Length
            && text[e + 1] == '+'
            && !text[(e + 2)..].ContainsAnyExceptInRange('0', '9')
            && !text[..e].ContainsAnyExcept(s_decimal);
    }

    // Digits alone before the sign, noughts alone behind it.
    private static bool IsFraction(ReadOnlySpan<char> text, int sign) =>
        !text[..sign].TrimStart('+').ContainsAnyExceptInRange('0', '9') && text.Length - sign is 2 or 3 && !text[(sign + 1)..].ContainsAnyExcept('0');
}
