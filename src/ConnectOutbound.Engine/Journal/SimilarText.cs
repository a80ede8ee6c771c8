using System.Globalization;
using System.Text;

namespace ConnectOutbound.Engine.Journal;

/// <summary>Names and keys that differ only in case or blanks: people take them for the same, and the journal does not.</summary>
internal static class SimilarText
{
    private const int CombiningDotAbove = 0x0307;
    private const int DotlessI = 0x0131;
    private const int CapitalIWithDot = 0x0130;
    private const int SharpS = 0x00DF;
    private const int CapitalSharpS = 0x1E9E;

    /// <summary>Returns the form in which similar texts are equal, whatever the culture.</summary>
    /// <param name="text">A name or a key as written.</param>
    /// <returns>The text without blanks and without what cannot be seen, in lower case. Accents stay.</returns>
    /// <exception cref="ArgumentException">The text is no valid Unicode.</exception>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (Rune rune in ContactIdentity.Normalized(text).EnumerateRunes())
        {
            if (IsBlank(rune))
                continue;
            switch (rune.Value)
            {
                // A Turkish keyboard has two letters I, and their case depends on the culture.
                case DotlessI or CapitalIWithDot:
                    folded.Append('i');
                    break;
                case CombiningDotAbove when folded.Length > 0 && folded[^1] == 'i':
                    break;
                case SharpS or CapitalSharpS:
                    folded.Append("ss");
                    break;
                default:
                    // By way of upper case: a small letter may have two forms, as the Greek sigma does.
                    folded.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString());
                    break;
            }
        }

        return folded.ToString();
    }

    // White space, and what looks like it or like nothing: format and control characters, the blank of Braille, the fillers of Hangul.
    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune)
            || rune.Value is 0x2800 or 0x115F or 0x1160 or 0x3164 or 0xFFA0
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;
}
