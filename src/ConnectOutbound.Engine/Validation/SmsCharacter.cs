using System.Globalization;
using System.Text;

namespace ConnectOutbound.Engine.Validation;

/// <summary>A character that GSM-7 does not have: one of them halves what an SMS part holds.</summary>
/// <param name="Text">The character as a reader sees it: a text element, of one or several code points.</param>
/// <param name="Plain">What GSM-7 has instead: <c>'</c> for a typographic apostrophe, the composed form of a letter with a combining accent, nothing
/// ("") for an invisible one; null where nothing would say the same.</param>
public readonly record struct SmsCharacter(string Text, string? Plain)
{
    /// <summary>The character for a message: <c>’ (U+2019)</c>; one that cannot be seen by its code points alone.</summary>
    /// <returns>Text on one line that is safe to print.</returns>
    public override string ToString()
    {
        var codes = new StringBuilder();
        bool seen = false;
        foreach (Rune rune in Text.EnumerateRunes())
        {
            codes.Append(codes.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
            seen |= Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
            // What may stand in one text element has no bound of its own.
            if (codes.Length > 60)
                return codes.Append(" …").ToString();
        }

        return seen ? $"{Text} ({codes})" : codes.ToString();
    }

    /// <summary>What GSM-7 has instead of a text element.</summary>
    /// <param name="element">A text element.</param>
    /// <returns>The text, or null.</returns>
    internal static string? PlainOf(string element)
    {
        if (element.Length == 1)
            return PlainOf(element[0]);
        if (element.Length > 4 || element.Any(char.IsSurrogate))
            return null;
        // e and a combining acute accent: the alphabet has the letter é.
        string composed = element.Normalize(NormalizationForm.FormC);
        return composed != element && SmsParts.Measure(composed).Encoding == SmsEncoding.Gsm7 ? composed : null;
    }

    // Typographic characters of word processors, and those that come along with pasted text.
    private static string? PlainOf(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u2039' or '\u203A' or '\u00B4' or '`' => "'",
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => "\"",
        (>= '\u2010' and <= '\u2015') or '\u2212' => "-",
        '\u2026' => "...",
        '\u2022' => "*",
        '\u00D7' => "x",
        '\t' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' => " ",
        '\u2028' or '\u2029' => "\n",
        '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF' => "",
        _ => null,
    };
}
