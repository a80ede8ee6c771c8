using System.Text;
using ConnectOutbound.Engine.Rows;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Numbering;

/// <summary>Brings phone numbers into the form of E.164 (ITU-T Recommendation E.164): a plus sign and at most 15 digits, the first not 0.</summary>
public static class PhoneNumber
{
    private static readonly System.Buffers.SearchValues<char> s_decimal = System.Buffers.SearchValues.Create("0123456789.,");

    /// <summary>Reads a number as people write it: with blanks, dots, dashes, brackets and slashes, perhaps with <c>tel:</c> before it.</summary>
    /// <param name="written">The number.</param>
    /// <param name="country">The country that a national number belongs to (ISO 3166-1, two letters); null where none is known.</param>
    /// <param name="e164">The number in E.164.</param>
    /// <param name="problem">What is wrong with it, to be put behind "Destination 'x'".</param>
    /// <returns>False where it is none. Nothing is guessed.</returns>
    public static bool TryNormalize(string written, string? country, out string e164, out string problem)
    {
        ArgumentNullException.ThrowIfNull(written);
        e164 = "";
        problem = "";
        ReadOnlySpan<char> text = written.AsSpan().Trim();
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            text = text[4..].TrimStart();

        if (text.Length > 0 && text[0] == '+' && IsPlain(text))
        {
            e164 = text.Length == written.Length ? written : text.ToString();
            return true;
        }

        var digits = new StringBuilder("+", 16);
        bool plus = false;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
            else if (c == '+' && !plus && digits.Length == 1)
            {
                plus = true;
            }
            else if (!IsSeparator(c))
            {
                problem = Explain(text, c);
                return false;
            }
        }

        if (digits.Length == 1)
            problem = "holds no digits; it takes a phone number with its country code";
        else if (!plus)
            problem = $"has no country code; write it internationally, with + and the country code{(country is null ? "" : $" of {country}")} before it";
        else if (digits[1] == '0')
            problem = "begins with 0 behind the plus sign; no country code does";
        else if (digits.Length - 1 > ApiLimits.E164Digits)
            problem = $"has {digits.Length - 1} digits; a phone number has at most {ApiLimits.E164Digits}";
        else if (digits.Length == 2)
            problem = "is too short for a phone number";
        else
            e164 = digits.ToString();
        return e164.Length > 0;
    }

    // What most rows look like already: nothing to build.
    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.Length is > 2 and <= ApiLimits.E164Digits + 1 && text[1] is >= '1' and <= '9' && !text[1..].ContainsAnyExceptInRange('0', '9');

    private static bool IsSeparator(char c) => c is ' ' or '.' or '-' or '(' or ')' or '[' or ']' or '/' or '\u00A0' or '\u2009' or '\u202F' or (>= '\u2010' and <= '\u2015') or '\t';

    private static string Explain(ReadOnlySpan<char> text, char c)
    {
        if (char.IsDigit(c))
            return $"holds the digit {Shown.Quoted(c.ToString())}, which is none of 0 to 9";
        if (LooksRounded(text))
            return "was rounded by a spreadsheet; format that column as text and export it again";
        if (c is 'x' or 'X' or ';' or '#' or ',' or 'e' or 'E' && ContainsDigits(text))
            return "has an extension or something else behind the number; a message goes to a number alone";
        return char.IsLetter(c) ? "is not a phone number" : $"is not a phone number: {Shown.Quoted(c.ToString())} does not belong into one";
    }

    // 1.20656E+10
    private static bool LooksRounded(ReadOnlySpan<char> text)
    {
        int e = text.IndexOfAny('E', 'e');
        return e > 0 && e + 2 < text.Length && text[e + 1] == '+' && !text[(e + 2)..].ContainsAnyExceptInRange('0', '9') && !text[..e].ContainsAnyExcept(s_decimal);
    }

    private static bool ContainsDigits(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
                count++;
        }

        return count >= 5;
    }
}
