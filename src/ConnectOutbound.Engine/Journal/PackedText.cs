using System.Buffers;

namespace ConnectOutbound.Engine.Journal;

/// <summary>
/// Ids and hashes as the file holds them: what is a UUID or 64 hexadecimal digits, in lower case, as its bytes; anything else as the text it is.
/// </summary>
internal static class PackedText
{
    /// <summary>The most bytes that are made of a text.</summary>
    public const int MostBytes = 32;

    private const int UuidBytes = 16;
    private const int UuidLength = 36;
    private const string Digits = "0123456789abcdef";
    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create(Digits);
    private static readonly SearchValues<char> s_uuidCharacters = SearchValues.Create(Digits + "-");

    /// <summary>Packs a text where <see cref="Unpack"/> gives exactly that text back.</summary>
    /// <returns>Whether it can be packed.</returns>
    public static bool TryPack(ReadOnlySpan<char> text, Span<byte> bytes, out int length)
    {
        length = 0;
        if (text.Length == UuidLength && !text.ContainsAnyExcept(s_uuidCharacters) && Guid.TryParseExact(text, "D", out Guid uuid))
            return uuid.TryWriteBytes(bytes, bigEndian: true, out length);
        if (text.Length != 2 * MostBytes || text.ContainsAnyExcept(s_hexDigits))
            return false;
        length = MostBytes;
        for (int i = 0; i < length; i++)
            bytes[i] = (byte)((Value(text[2 * i]) << 4) | Value(text[(2 * i) + 1]));
        return true;
    }

    /// <summary>The text that was packed.</summary>
    /// <exception cref="FormatException">It is nothing that is ever packed.</exception>
    public static string Unpack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == UuidBytes)
            return new Guid(bytes, bigEndian: true).ToString("D");
        if (bytes.Length != MostBytes)
            throw new FormatException("An id or a hash is neither a text nor 16 or 32 bytes.");
        Span<char> text = stackalloc char[2 * MostBytes];
        for (int i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 15];
        }

        return new string(text);
    }

    private static int Value(char digit) => digit <= '9' ? digit - '0' : digit - 'a' + 10;
}
