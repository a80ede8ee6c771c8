using System.Text.RegularExpressions;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>Looks at how the digits of a number are grouped, where only the number itself tells whether the groups are right.</summary>
internal static partial class NumberGroups
{
    // Fewer digits than these behind a bracket are no number.
    private const int MinBehind = 4;

    /// <param name="text">What was written, without blanks around it.</param>
    /// <param name="number">What was read.</param>
    /// <returns>What is wrong with the groups; empty where nothing is.</returns>
    public static string Problem(ReadOnlySpan<char> text, DialledNumber number)
    {
        string plain = Separators.Plain(text);
        if (plain.Contains('(', StringComparison.Ordinal) && BracketProblem(plain, number) is { } bracket)
            return bracket;
        if (IpAddress().IsMatch(plain) && !IsWrittenSo(plain, number))
            return PhoneNumberFault.IpAddress;
        return LeadingNote().Match(plain) is { Success: true } note && IsOtherNumber(plain[note.Length..], number) ? PhoneNumberFault.Note(note.Value) : "";
    }

    /// <summary>Whether a text could be an IP address: four groups with dots, each at most 255 and without a 0 before it.</summary>
    public static bool IsIpAddress(ReadOnlySpan<char> text) => text.Length is >= 7 and <= 15 && text.Contains('.') && IpAddress().IsMatch(text);

    private static string? BracketProblem(string plain, DialledNumber number)
    {
        CallingCode code = number.Code!;
        NumberingPlan plan = NumberLibrary.Shared.PlanOf(code, CountryOf(number));
        foreach (Match bracket in SmallBracket().Matches(plain))
        {
            string inside = DigitsOf(bracket.Value);
            string before = DigitsOf(plain[..bracket.Index]);
            string behind = DigitsOf(plain[(bracket.Index + bracket.Length)..]);
            if (inside == code.Digits && before.Length == 0 && plain[..bracket.Index].Contains('+', StringComparison.Ordinal))
                continue;
            bool isInPlace = behind.Length >= MinBehind && IsPlace(before, plain.Contains('+', StringComparison.Ordinal), code.Digits, plan);
            if (!isInPlace || (inside != "0" && inside != plan.NationalPrefix && !IsAreaCode(inside, number, plan)))
                return PhoneNumberFault.Note(bracket.Value);

            // +420 (0)602 123 456: where a prefix is not dialled within the country, the 0 would become part of the number.
            if (inside == "0" && number.National[0] == '0' && !plan.Matches(number.National))
                return $"has a (0) in it, which numbers behind +{code.Digits} do not have; leave it out";
        }

        return null;
    }

    // At the beginning, behind the country code, or behind the prefix of calls within the country.
    private static bool IsPlace(string before, bool plus, string code, NumberingPlan plan)
    {
        if (plus)
            return before == code || before == code + "0" || before == code + plan.NationalPrefix;
        return before.Length == 0
            || before == plan.NationalPrefix
            || before.EndsWith(code, StringComparison.Ordinal)
            || before.EndsWith(code + "0", StringComparison.Ordinal);
    }

    // Numbers that nobody has are written without groups: what stands in brackets is no area code then.
    private static bool IsAreaCode(string inside, DialledNumber number, NumberingPlan plan) =>
        Written(number).Any(groups => groups[0] == inside || groups[0] == plan.NationalPrefix + inside);

    private static bool IsWrittenSo(string plain, DialledNumber number)
    {
        int[] lengths = [.. GroupsOf(plain).Select(static group => group.Length)];
        return Written(number).Any(groups => groups.Select(static group => group.Length).SequenceEqual(lengths));
    }

    // Nationally, and abroad without the country code.
    private static IEnumerable<string[]> Written(DialledNumber number)
    {
        yield return GroupsOf(NumberLibrary.Shared.Format(number.Number!, nationally: true));
        yield return GroupsOf(NumberLibrary.Shared.Format(number.Number!, nationally: false))[1..];
    }

    // 1. 0171 1234567: the 1 counts the numbers where what follows is another number by itself.
    private static bool IsOtherNumber(string rest, DialledNumber number)
    {
        string digits = DigitsOf(rest);
        return number.Code!.IsCountry
            && digits.Length > 0
            && DialledNumber.From(digits, CountryOf(number), number.Code) is { Problem: "" } other
            && other.E164 != number.E164;
    }

    private static string CountryOf(DialledNumber number) => NumberLibrary.Shared.CountryOf(number.Code!, number.Number!) ?? number.Code!.Main;

    private static string[] GroupsOf(string text) => [.. Digits().Matches(text).Select(static match => match.Value)];

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\([ .]*[0-9]{1,2}[ .]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex SmallBracket();

    [GeneratedRegex(
        @"\A(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex IpAddress();

    [GeneratedRegex(@"\A[0-9]{1,2}(?:\. +| +[-/] +)(?=[0-9(])", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNote();
}
