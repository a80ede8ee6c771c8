namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>Collects the digits of a text, and refuses a text that is something else than a number.</summary>
internal static class WrittenNumber
{
    // The longest prefix that is dialled before a number, its calling code, and the number, with room to say how long it is.
    private const int MaxDialled = 40;

    // A longer text is no number, however many blanks it has; and no rule about its form takes long.
    private const int MaxText = 250;

    /// <param name="text">What was written, without blanks around it.</param>
    /// <param name="digits">Its digits.</param>
    /// <param name="plus">Whether a plus sign stands before them.</param>
    /// <param name="problem">Why it is no number; empty where it may be one.</param>
    /// <returns>False where it is none.</returns>
    public static bool TryCollect(ReadOnlySpan<char> text, out string digits, out bool plus, out string problem)
    {
        digits = "";
        plus = false;
        problem = "";
        Span<char> found = stackalloc char[MaxDialled];
        int count = 0;
        bool separated = false;
        text = WithoutScheme(text);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiDigit(c))
            {
                if (count < MaxDialled)
                    found[count] = c;
                count++;
            }
            else if (c == '+' && !plus && count == 0)
            {
                plus = true;
            }
            else if (Separators.Contain(c))
            {
                separated = true;
            }
            else if (!Separators.IsInvisible(c) && !(c == '~' && count == 1 && !plus))
            {
                problem = FormProblem(text) ?? PhoneNumberFault.Explain(text, i, count);
                return false;
            }
        }

        if (count == 0)
            problem = "holds no digits; it takes a phone number with its country code";
        else if (count > MaxDialled)
            problem = $"has {count} digits; a phone number has at most {PhoneNumber.MaxDigits}";
        else if (text.Length > MaxText)
            problem = $"has {text.Length} characters; a phone number has at most {PhoneNumber.MaxDigits} digits";
        else if (separated)
            problem = FormProblem(text) ?? "";
        if (problem.Length == 0)
            digits = found[..count].ToString();
        return problem.Length == 0;
    }

    private static string? FormProblem(ReadOnlySpan<char> text) => text.Length > MaxText ? null : PhoneNumberFault.OfForm(Separators.Plain(text));

    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && (Separators.IsInvisible(text[0]) || char.IsWhiteSpace(text[0])))
            text = text[1..];
        return text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? text[4..] : text;
    }
}
