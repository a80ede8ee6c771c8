using System.Buffers;
using System.Globalization;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>What stands between the digits of a number, also in the widths that East Asian keyboards give.</summary>
internal static class Separators
{
    private const string Blanks = " \t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";
    private const string Dashes =
        "-\u058A\u05BE\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207B\u208B\u2212\u2796\u2E3A\u2E3B\u30FC\uFE31\uFE32\uFE58\uFE63\uFF0D";

    private const string Dots = ".\u00B7\u2022\uFF0E";
    private const string Slashes = "/\u2044\u2215\uFF0F";
    private const string Openings = "([\uFF08\uFF3B";
    private const string Closings = ")]\uFF09\uFF3D";

    private static readonly SearchValues<char> s_all = SearchValues.Create(Blanks + Dashes + Dots + Slashes + Openings + Closings);

    // Marks without width that spreadsheets, address books and web pages leave around numbers. Not U+202E, which shows digits in reverse.
    private static readonly SearchValues<char> s_invisible = SearchValues.Create(
        "\u00AD\u061C\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u2060\u2066\u2067\u2068\u2069\uFEFF");

    public static bool Contain(char c) => s_all.Contains(c);

    public static bool IsInvisible(char c) => s_invisible.Contains(c);

    /// <summary>Whether a character is a dash or a minus sign, also one that stands between the digits of no number, such as a wave dash.</summary>
    public static bool IsDash(char c) =>
        Dashes.Contains(c, StringComparison.Ordinal) || c == '\u02D7' || (!char.IsAscii(c) && char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation);

    public static bool IsOpening(char c) => Openings.Contains(c, StringComparison.Ordinal);

    public static bool IsClosing(char c) => Closings.Contains(c, StringComparison.Ordinal);

    public static bool IsSlash(char c) => Slashes.Contains(c, StringComparison.Ordinal);

    /// <summary>The plain form of a sign: the ASCII blank, dash, dot, slash or bracket; any other character as it is.</summary>
    public static char Plain(char c) =>
        Blanks.Contains(c, StringComparison.Ordinal) ? ' '
        : IsDash(c) ? '-'
        : Dots.Contains(c, StringComparison.Ordinal) ? '.'
        : IsSlash(c) ? '/'
        : IsOpening(c) ? '('
        : IsClosing(c) ? ')'
        : c;

    /// <summary>The text in plain signs and without marks that have no width: what rules about the form of a text look at.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        Span<char> plain = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        int length = 0;
        foreach (char c in text)
        {
            if (!IsInvisible(c))
                plain[length++] = Plain(c);
        }

        return plain[..length].Trim().ToString();
    }
}
