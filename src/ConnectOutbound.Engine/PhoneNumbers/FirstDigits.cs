namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>The digits that a match of a pattern can begin with: tells without a match that most numbers have no prefix.</summary>
internal static class FirstDigits
{
    private const int All = (1 << 10) - 1;

    /// <returns>A set of bits, one for each digit.</returns>
    public static int Compute(string pattern)
    {
        int at = 0;
        return Choice(pattern, ref at, out _);
    }

    // A|B|C up to the end or a closing bracket, which is left.
    private static int Choice(string pattern, ref int at, out bool canBeEmpty)
    {
        int first = 0;
        bool open = true;
        canBeEmpty = false;
        for (; at < pattern.Length && pattern[at] != ')';)
        {
            if (pattern[at] == '|')
            {
                canBeEmpty |= open;
                open = true;
                at++;
                continue;
            }

            int digits = Piece(pattern, ref at, out bool optional);
            if (open)
                first |= digits;
            open &= optional;
        }

        canBeEmpty |= open;
        return first;
    }

    // A digit, a class of digits, a group or the end, with how often it stands there.
    private static int Piece(string pattern, ref int at, out bool optional)
    {
        int digits;
        optional = false;
        switch (pattern[at++])
        {
            case '(':
                at += pattern[at] == '?' ? 2 : 0;
                digits = Choice(pattern, ref at, out optional);
                at++;
                break;
            case '[':
                digits = Class(pattern, ref at);
                break;
            case >= '0' and <= '9':
                digits = 1 << (pattern[at - 1] - '0');
                break;
            case '$':
                digits = 0;
                optional = true;
                break;
            default:
                digits = All;
                at++;
                break;
        }

        if (at < pattern.Length && pattern[at] == '?')
        {
            optional = true;
            at++;
        }
        else if (at < pattern.Length && pattern[at] == '{')
        {
            optional |= pattern[at + 1] == '0';
            at = pattern.IndexOf('}', at) + 1;
        }

        return digits;
    }

    // [1245-8]
    private static int Class(string pattern, ref int at)
    {
        int digits = 0;
        for (; pattern[at] != ']'; at++)
        {
            int last = pattern[at + 1] == '-' ? pattern[at + 2] : pattern[at];
            for (int digit = pattern[at]; digit <= last; digit++)
                digits |= 1 << (digit - '0');
            at += last == pattern[at] ? 0 : 2;
        }

        at++;
        return digits;
    }
}
