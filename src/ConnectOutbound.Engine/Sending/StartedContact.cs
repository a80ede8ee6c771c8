using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ConnectOutbound.Engine.Sending;

/// <summary>The service's answer.</summary>
/// <param name="ContactId">The contact's id; null where the answer had none.</param>
/// <param name="RequestId">The service's id of the request.</param>
public readonly record struct StartedContact(string? ContactId, string? RequestId)
{
    private const int LongestId = 256;

    /// <summary>Checks that a text can be a contact's id: 1 to 256 characters, all of them visible.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False for text with blanks, control characters or invisible characters.</returns>
    public static bool IsId([NotNullWhen(true)] string? text)
    {
        if (text is not { Length: > 0 and <= LongestId })
            return false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!IsVisible(rune))
                return false;
        }

        return true;
    }

    // A half of a surrogate pair is enumerated as the replacement character. The fillers of Hangul and the empty Braille cell are shown as blanks.
    private static bool IsVisible(Rune rune) => rune.Value is > ' ' and <= '~'
        || (rune.Value is not (0xFFFD or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800)
            && Rune.GetUnicodeCategory(rune) is < UnicodeCategory.NonSpacingMark
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                or (>= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol));
}
