namespace ConnectOutbound.Engine.Messages;

/// <summary>How many SMS parts a text takes (3GPP TS 23.038 and TS 23.040).</summary>
public static class SmsParts
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extension = "\f^{}\\[~]|€";

    private static readonly System.Buffers.SearchValues<char> s_basic = System.Buffers.SearchValues.Create(Basic);
    private static readonly System.Buffers.SearchValues<char> s_gsm = System.Buffers.SearchValues.Create(Basic + Extension);

    /// <summary>Counts the parts: of the GSM 7-bit alphabet 160 septets in one part or 153 in each of several; else UCS-2, 70 or 67.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The parts; 0 for no text.</returns>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return 0;
        return text.AsSpan().ContainsAnyExcept(s_gsm) ? Ucs2(text) : Gsm(text);
    }

    private static int Gsm(string text)
    {
        int septets = 0;
        foreach (char c in text)
            septets += s_basic.Contains(c) ? 1 : 2;
        if (septets <= 160)
            return 1;

        // A character of two septets is not cut in two.
        int parts = 1, room = 153;
        foreach (char c in text)
        {
            int cost = s_basic.Contains(c) ? 1 : 2;
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
