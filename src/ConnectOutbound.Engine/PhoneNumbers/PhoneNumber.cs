using System.Buffers;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>Brings phone numbers into the form of E.164 (ITU-T Recommendation E.164): a plus sign and at most 15 digits, the first not 0.</summary>
public static class PhoneNumber
{
    /// <summary>The most digits of a number with its country code (ITU-T E.164).</summary>
    public const int MaxDigits = 15;

    // The longest prefix that is dialled before a number, its calling code, and the number, with room to say how long it is.
    private const int MaxDialled = 40;

    // What stands between digits: blanks, dots, dashes, slashes and brackets, also in the widths that East Asian keyboards give.
    private static readonly SearchValues<char> s_separators = SearchValues.Create(
        " \t.-/()[]\u00A0\u00B7\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2010\u2011\u2012\u2013\u2014\u2015\u2022\u202F\u205F\u2212"
        + "\u3000\u30FC\uFF08\uFF09\uFF0D\uFF0E\uFF0F\uFF3B\uFF3D");

    // Marks without width that spreadsheets, address books and web pages leave around numbers. Not U+202E, which shows digits in reverse.
    private static readonly SearchValues<char> s_invisible = SearchValues.Create(
        "\u00AD\u061C\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u2060\u2066\u2067\u2068\u2069\uFEFF");

    /// <summary>Reads a number as people write it: with blanks, dots, dashes, brackets and slashes, perhaps with <c>tel:</c> before it.</summary>
    /// <param name="written">The number: with + and the country code, or as it is dialled in <paramref name="country"/>.</param>
    /// <param name="country">
    /// The country that a national number belongs to (ISO 3166-1, two letters); null where none is known. A number with + does not need it.
    /// </param>
    /// <param name="e164">The number in E.164.</param>
    /// <param name="problem">What is wrong with it, to be put behind "Destination 'x'".</param>
    /// <returns>False where it is none: where its length is not possible in its country, or where it could be another number. Nothing is guessed.</returns>
    public static bool TryNormalize(string written, string? country, out string e164, out string problem)
    {
        ArgumentNullException.ThrowIfNull(written);
        ReadOnlySpan<char> text = written.AsSpan().Trim();
        scoped DialledNumber number;
        if (IsPlain(text))
        {
            // What most rows look like already: nothing to build.
            number = DialledNumber.International(text[1..]);
            problem = number.Problem;
            e164 = number.Code is null ? "" : text.Length == written.Length && number.IsWritten(text) ? written : Join(number);
            return e164.Length > 0;
        }

        e164 = "";
        Span<char> digits = stackalloc char[MaxDialled];
        if (!TryCollect(text, digits, out int count, out bool plus, out problem))
            return false;
        digits = digits[..count];
        if (plus)
        {
            number = DialledNumber.International(digits);
        }
        else if (string.IsNullOrWhiteSpace(country))
        {
            problem = "has no country code; write it internationally, with + and the country code before it, "
                + "or say which country it belongs to (-DefaultCountry, or a column Country)";
            return false;
        }
        else if (NumberingTable.Shared.Country(country.Trim()) is { } plan)
        {
            number = DialledNumber.From(digits, plan);
        }
        else
        {
            string hint = country.Trim().Equals("UK", StringComparison.OrdinalIgnoreCase)
                ? "the United Kingdom is GB"
                : "a country is given by its two letters of ISO 3166-1, such as US";
            problem = $"has no country code, and the country {DisplayText.Quoted(country)} is not known; {hint}";
            return false;
        }

        problem = number.Problem;
        if (number.Code is null)
            return false;
        if (plus && HasZeroTooMany(text, number))
            problem = $"has a (0) in it, which numbers behind +{number.Code.Digits} do not have; leave it out";
        else
            e164 = Join(number);
        return e164.Length > 0;
    }

    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.Length is > 2 and <= PhoneNumber.MaxDigits + 1 && text[0] == '+' && !text[1..].ContainsAnyExceptInRange('0', '9');

    private static string Join(DialledNumber number) => string.Concat("+", number.Code!.Digits, number.National);

    // +420 (0)602 123 456: where a prefix is not dialled within the country, the 0 would become part of the number.
    private static bool HasZeroTooMany(ReadOnlySpan<char> text, DialledNumber number) =>
        number.National[0] == '0'
            && text.Contains("(0)", StringComparison.Ordinal)
            && !(number.Code!.CountryOf(number.National) ?? number.Code.Main).Matches(number.National);

    private static bool TryCollect(ReadOnlySpan<char> text, Span<char> digits, out int count, out bool plus, out string problem)
    {
        count = 0;
        plus = false;
        problem = "";
        while (text.Length > 0 && (s_invisible.Contains(text[0]) || char.IsWhiteSpace(text[0])))
            text = text[1..];
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            text = text[4..];
        bool separated = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (count < digits.Length)
                    digits[count] = c;
                count++;
            }
            else if (c == '+' && !plus && count == 0)
            {
                plus = true;
            }
            else if (s_separators.Contains(c))
            {
                separated = true;
            }
            else if (!s_invisible.Contains(c) && !(c == '~' && count == 1 && !plus))
            {
                problem = PhoneNumberFault.Explain(text, i, count);
                return false;
            }
        }

        if (count == 0)
            problem = "holds no digits; it takes a phone number with its country code";
        else if (count > digits.Length)
            problem = $"has {count} digits; a phone number has at most {PhoneNumber.MaxDigits}";
        else if (separated)
            problem = PhoneNumberFault.OfDigits(text) ?? "";
        return problem.Length == 0;
    }
}
