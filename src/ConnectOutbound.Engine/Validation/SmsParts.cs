using System.Globalization;

namespace ConnectOutbound.Engine.Validation;

/// <summary>How many SMS parts a text takes (3GPP TS 23.038 and TS 23.040).</summary>
/// <remarks>Counted by the default alphabet and its extension table (TS 23.038, 6.2.1), the header of a part of several taking 6 bytes. The national
/// language tables of TS 23.038, annex A, would fit more into a part; they are not assumed.</remarks>
public static class SmsParts
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ "
        + "!\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly System.Buffers.SearchValues<char> s_extension = System.Buffers.SearchValues.Create(Extension);
    private static readonly System.Buffers.SearchValues<char> s_gsm = System.Buffers.SearchValues.Create(Basic + Extension);

    /// <summary>Counts the parts: of the GSM 7-bit alphabet 160 septets in one part or 153 in each of several; else UCS-2, 70 or 67.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The parts; 0 for no text.</returns>
    public static int Count(string text) => Measure(text).Parts;

    /// <summary>Counts the parts and says what the count comes from.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Parts, encoding and length. No text is GSM-7.</returns>
    public static SmsLength Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().ContainsAnyExcept(s_gsm))
            return new SmsLength(Ucs2(text), SmsEncoding.Ucs2, text.Length);
        int septets = Septets(text);
        return new SmsLength(Gsm(text, septets), SmsEncoding.Gsm7, septets);
    }

    /// <summary>The characters for which a text goes out in UCS-2, where GSM-7 would hold more than twice as much in a part.</summary>
    /// <param name="text">The text.</param>
    /// <param name="atMost">How many to name.</param>
    /// <returns>Each once, in the order of appearance; empty for a text that GSM-7 can carry.</returns>
    public static IReadOnlyList<SmsCharacter> ForcingUcs2(string text, int atMost = 10)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<SmsCharacter>();
        ReadOnlySpan<char> rest = text;
        while (found.Count < atMost && rest.IndexOfAnyExcept(s_gsm) is int at and >= 0)
        {
            // A combining mark belongs to the letter before it.
            int start = at > 0
                && CharUnicodeInfo.GetUnicodeCategory(rest[at])
                    is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                ? at - 1
                : at;
            int length = StringInfo.GetNextTextElementLength(rest[start..]);
            if (start + length <= at)
            {
                start = at;
                length = StringInfo.GetNextTextElementLength(rest[start..]);
            }

            string element = rest.Slice(start, length).ToString();
            if (!found.Exists(character => character.Text == element))
                found.Add(new SmsCharacter(element, SmsCharacter.PlainOf(element)));
            rest = rest[(start + length)..];
        }

        return found;
    }

    private static int Septets(string text)
    {
        // What most texts are, at the speed of a search.
        if (!text.AsSpan().ContainsAny(s_extension))
            return text.Length;
        int septets = 0;
        foreach (char c in text)
            septets += s_extension.Contains(c) ? 2 : 1;
        return septets;
    }

    private static int Gsm(string text, int septets)
    {
        if (septets <= 160)
            return septets == 0 ? 0 : 1;
        if (septets == text.Length)
            return (septets + 152) / 153;

        // A character of two septets is not cut in two.
        int parts = 1, room = 153;
        foreach (char c in text)
        {
            int cost = s_extension.Contains(c) ? 2 : 1;
            if (cost > room)
            {
                parts++;
                room = 153;
            }

            room -= cost;
        }

        return parts;
    }

    private static int Ucs2(string text)
    {
        if (text.Length <= 70)
            return 1;

        // Nor is a surrogate pair.
        int parts = 1, room = 67;
        for (int i = 0; i < text.Length; i++)
        {
            int cost = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            if (cost > room)
            {
                parts++;
                room = 67;
            }

            room -= cost;
            i += cost - 1;
        }

        return parts;
    }
}
