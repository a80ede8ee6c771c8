using System.Buffers;
using System.Text.RegularExpressions;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>Says what a text is that is no phone number.</summary>
internal static partial class PhoneNumberFault
{
    public const string Rounded = "was rounded by a spreadsheet; format that column as text and export it again";

    public const string Fraction = "was made a number with a decimal fraction by a spreadsheet or a program; format that column as text and export it again";

    public const string Date = "is a date; a date is not a phone number. Write the phone number there, or name the column that has it: "
        + "-ColumnMap @{ Destination = 'NAME' }";

    public const string Time = "is a time; a time is not a phone number. Write the phone number there, or name the column that has it: "
        + "-ColumnMap @{ Destination = 'NAME' }";

    public const string Version = "is a version; a version is not a phone number. Write the phone number there, or name the column that has it: "
        + "-ColumnMap @{ Destination = 'NAME' }";

    public const string IpAddress = "looks like an IP address; an IP address is not a phone number. "
        + "If it is a phone number, write it with + and the country code, and with blanks instead of dots";

    private const string Negative = "has a minus sign: a spreadsheet has calculated with this number. "
        + "Format that column as text and write the number again, with + and the country code";

    // What a number has at least before an extension follows.
    private const int DigitsBeforeExtension = 5;

    private static readonly SearchValues<char> s_beforeSign = SearchValues.Create(" +-.(/'\"");
    private static readonly SearchValues<char> s_decimal = SearchValues.Create("0123456789.,");

    /// <param name="text">What was written.</param>
    /// <param name="at">Where the character is that belongs into no number.</param>
    /// <param name="digits">How many digits stand before it.</param>
    public static string Explain(ReadOnlySpan<char> text, int at, int digits)
    {
        char c = text[at];
        if (char.IsDigit(c))
            return $"holds the digit {DisplayText.Quoted(c.ToString())}, which is none of 0 to 9";
        if (LooksRounded(text))
            return Rounded;
        if (c == '+' && digits is 1 or 2 && !char.IsAsciiDigit(text[at - 1]))
            return Note(text[..at].ToString());
        if (digits >= DigitsBeforeExtension && (IsMark(c) || char.IsLetter(c)))
            return "has an extension or something else behind the number; a message goes to a number alone";
        return char.IsLetter(c) ? "is not a phone number" : $"is not a phone number: {DisplayText.Quoted(c.ToString())} does not belong into one";
    }

    /// <summary>What the form of a text says that its digits alone do not: a date, a calculated number, a fraction, a note beside the number.</summary>
    /// <param name="plain">The text in plain signs.</param>
    /// <returns>What is wrong; null where nothing is.</returns>
    public static string? OfForm(string plain) =>
        IsNegative(plain) ? Negative
        : DateText.IsDate(plain) ? Date
        : DateText.IsTime(plain) ? Time
        : FractionalNumber().IsMatch(plain) ? Fraction
        : NoteIn(plain) is { } note ? Note(note)
        : null;

    /// <summary>Says that something stands beside the number.</summary>
    /// <param name="note">It.</param>
    /// <returns>The problem.</returns>
    public static string Note(string note) =>
        $"has a note beside the number: {DisplayText.Quoted(note.Trim())}. Its digits would become digits of the number; take it out of the cell";

    // -2065550099, +-2065550099; 2065550099- and (2065550099), as accounting programs write what is negative.
    private static bool IsNegative(string plain)
    {
        int first = plain.AsSpan().IndexOfAnyInRange('0', '9');
        return first >= 0
            && (NegativeOfAccounting().IsMatch(plain)
                || (plain.AsSpan(0, first).Contains('-') && !plain.AsSpan(0, first).ContainsAnyExcept(s_beforeSign)));
    }

    // A bracket without the other, and 1 or 2 digits in it; or a dash or a slash between blanks with 1 or 2 digits behind it at the end.
    private static string? NoteIn(string plain)
    {
        if (NoteAtEnd().Match(plain) is { Success: true } end)
            return end.Value;
        int open = -1;
        for (int i = 0; i < plain.Length; i++)
        {
            if (plain[i] == ')' && open < 0 && SmallGroupBefore().Match(plain[..(i + 1)]) is { Success: true } before)
                return before.Value;
            if (plain[i] == '(' && open >= 0 && SmallGroupBehind().Match(plain[open..]) is { Success: true } unclosed)
                return unclosed.Value;
            open = plain[i] switch { '(' => i, ')' => -1, _ => open };
        }

        return open >= 0 && SmallGroupBehind().Match(plain[open..]) is { Success: true } behind ? behind.Value : null;
    }

    // What stands before an extension or a second number, also as East Asian keyboards give it.
    private static bool IsMark(char c) => c is ';' or '#' or ',' or '~' or '*' or ':' or '&' or '=' or '，' or '；' or '＃' or '～' or '、';

    // 1.20656E+10
    private static bool LooksRounded(ReadOnlySpan<char> text)
    {
        int e = text.IndexOfAny('E', 'e');
        return e > 0
            && e + 2 < text.Length
            && text[e + 1] is '+' or '-'
            && !text[(e + 2)..].ContainsAnyExceptInRange('0', '9')
            && !text[..e].TrimStart('-').ContainsAnyExcept(s_decimal);
    }

    // One dot or comma among digits: one or two digits behind it, or more digits before it than any group of a written number has, or a 0 alone.
    // Behind a number with a plus sign, a comma and digits are an extension.
    [GeneratedRegex(
        @"\A(?:\+?[0-9]{5,}(?:\.[0-9]{1,2}|,0{1,2})|\+?[0-9]{7,}\.[0-9]+|[0-9]{5,},[0-9]{1,2}|[0-9]{7,},[0-9]+|0[.,][0-9]{6,}|[.,][0-9]+)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex FractionalNumber();

    [GeneratedRegex(@"\A(?:\+?[0-9]+ ?-|\([0-9]{5,}\))\z", RegexOptions.CultureInvariant)]
    private static partial Regex NegativeOfAccounting();

    [GeneratedRegex(@"(?<=[0-9)] *) +[-/]+ +[0-9]{1,2}[ .]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NoteAtEnd();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2}[ .]*\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex SmallGroupBefore();

    [GeneratedRegex(@"\A\( *[0-9]{1,2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SmallGroupBehind();
}
