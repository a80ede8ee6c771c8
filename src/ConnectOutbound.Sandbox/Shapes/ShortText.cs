namespace ConnectOutbound.Sandbox.Shapes;

/// <summary>Cuts texts that are told to a person.</summary>
internal static class ShortText
{
    /// <summary>The text, or its start with dots behind it.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // Not between the two halves of one character.
        int end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return $"{text[..end]}...";
    }
}
