using System.Globalization;
using System.Text;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Reports;

/// <summary>Text of anybody's for a page: rows hold anything.</summary>
internal static class ReportText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// One line without what cannot be seen or turns the text around: such characters become escapes, blanks of any kind a blank, half characters
    /// U+FFFD.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="length">The most characters; what is longer ends in an ellipsis.</param>
    /// <returns>Text that is well-formed and not yet encoded.</returns>
    public static string Clean(string text, int length)
    {
        if (text.Length <= length && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return text;
        var clean = new StringBuilder(Math.Min(text.Length, length) + 8);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length >= length)
            {
                clean.Append('…');
                break;
            }

            if (Rune.IsWhiteSpace(rune))
                clean.Append(' ');
            else if (IsUnseen(rune))
                clean.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>A number as the page shows it.</summary>
    /// <param name="number">A number as it was written, or null.</param>
    /// <param name="show">Whether it is shown in full.</param>
    /// <returns>The number, its last four characters, or nothing.</returns>
    public static string Number(string? number, bool show) => string.IsNullOrEmpty(number) ? "" : Clean(show ? number : PhoneMask.Mask(number), 60);

    /// <summary>A text that may hold numbers, as the page shows it.</summary>
    /// <param name="text">A reason, a code, an id; or null.</param>
    /// <param name="number">The row's own number: it is masked however it is written.</param>
    /// <param name="show">Whether numbers are shown in full.</param>
    /// <param name="length">The most characters.</param>
    /// <returns>The text; null for none.</returns>
    public static string? Prose(string? text, string? number, bool show, int length)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (!show)
        {
            if (number is { Length: > 4 })
            {
                text = text.Replace(DisplayText.Quoted(number), $"'{PhoneMask.Mask(number)}'", StringComparison.Ordinal)
                    .Replace(number, PhoneMask.Mask(number), StringComparison.Ordinal);
            }

            text = PhoneMask.MaskAll(text);
        }

        return Clean(text, length);
    }

    /// <summary>Encodes clean text for the content of an element and for an attribute in double quotes.</summary>
    /// <param name="text">Clean text.</param>
    /// <returns>HTML.</returns>
    public static string Html(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
            return text;
        var html = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }

        return html.ToString();
    }

    // The joiners are part of emoji and of Persian and Indic writing, and change no direction.
    private static bool IsUnseen(Rune rune) =>
        Rune.IsControl(rune)
        || (rune.Value is not (ZeroWidthNonJoiner or ZeroWidthJoiner)
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned);
}
