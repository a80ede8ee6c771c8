using System.Globalization;
using System.Text.RegularExpressions;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>Recognizes texts that are dates or times: their digits must not become a phone number.</summary>
internal static partial class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>
    /// Whether a text is a date: three groups with the same separator, the year first or last, the other two a day and a month that exist, in either
    /// order. A time behind it changes nothing.
    /// </summary>
    /// <param name="plain">The text in plain signs.</param>
    /// <returns>True for a date.</returns>
    public static bool IsDate(string plain)
    {
        Match match = Date().Match(plain);
        if (!match.Success || !IsTimeOrNothing(match.Groups["sign"].Value, plain[match.Length..]))
            return false;
        string first = match.Groups["first"].Value;
        string middle = match.Groups["middle"].Value;
        string last = match.Groups["last"].Value;
        bool yearFirst = first.Length == 4;
        string other = yearFirst ? last : first;
        return yearFirst != (last.Length == 4)
            && other.Length <= 2
            && int.Parse(yearFirst ? first : last, CultureInfo.InvariantCulture) is var year and >= FirstYear and <= LastYear
            && (Exists(year, middle, other) || Exists(year, other, middle));
    }

    /// <summary>Whether a text is a time of the day or a span of time, such as 10:30 or 1.02:30:00.</summary>
    /// <param name="plain">The text in plain signs.</param>
    /// <returns>True for a time.</returns>
    public static bool IsTime(string plain) => Time().IsMatch(plain);

    private static bool Exists(int year, string month, string day) =>
        int.Parse(month, CultureInfo.InvariantCulture) is var m and >= 1 and <= 12
            && int.Parse(day, CultureInfo.InvariantCulture) is var d and >= 1
            && d <= DateTime.DaysInMonth(year, m);

    // Digits alone are an hour where the date has other separators than blanks; else they are one more group of a number.
    private static bool IsTimeOrNothing(string sign, string rest)
    {
        if (sign != " " && rest.TrimStart(' ').StartsWith(sign, StringComparison.Ordinal))
            rest = rest.TrimStart(' ')[1..];
        return rest.Length == 0 || ClockTime().IsMatch(rest) || (sign != " " && HourOnly().IsMatch(rest));
    }

    // The separator may have blanks around it (26. 11. 2026), and stand at the end, too (2026. 11. 26.).
    [GeneratedRegex(
        @"\A(?<first>[0-9]{1,4})(?: *(?<sign>[-./]) *|(?<sign> ) *)(?<middle>[0-9]{1,2})(?: *\k<sign> *)(?<last>[0-9]{1,4})(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\A(?:[ ,]*[\p{L}(]|[ ,_]+[0-9]{1,2}(?:[:h]|\.[0-9]{2}| *\p{L}))", RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"\A[ ,_]+(?:[0-9]{1,2}|[0-9]{4}|[0-9]{6})\z", RegexOptions.CultureInvariant)]
    private static partial Regex HourOnly();

    [GeneratedRegex(@"\A-?(?:[0-9]+\.)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
