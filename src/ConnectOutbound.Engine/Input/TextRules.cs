namespace ConnectOutbound.Engine.Input;

/// <summary>What the service's constraints ask of texts.</summary>
internal static class TextRules
{
    /// <summary>The length in Unicode characters: an emoji is one.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The count.</returns>
    public static int Length(string text)
    {
        int count = text.Length;
        foreach (char c in text)
        {
            if (char.IsLowSurrogate(c))
                count--;
        }

        return count;
    }

    /// <summary>Whether text is well-formed: halves of surrogate pairs cannot be sent.</summary>
    /// <param name="text">The text.</param>
    /// <returns>False where a half stands alone.</returns>
    public static bool IsWellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return true;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether a name holds letters, digits, <c>-</c> and <c>_</c> only, as attribute names must.</summary>
    /// <param name="name">The name.</param>
    /// <returns>False also for an empty one.</returns>
    public static bool IsAttributeName(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                return false;
        }

        return name.Length > 0;
    }
}
