
namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>
/// Reads digits as they are dialled: takes international and national prefixes off and finds the calling code. The way is
/// that of Google's libphonenumber, but for what would be a guess: see docs/numbers.md.
/// </summary>
internal readonly ref struct DialledNumber
{
    private DialledNumber(CallingCode code, ReadOnlySpan<char> national)
    {
        Code = code;
        National = national;
        Problem = "";
    }

    private DialledNumber(string problem)
    {
        Code = null;
        National = [];
        Problem = problem;
    }

    /// <summary>The calling code; null where there is a problem.</summary>
    public CallingCode? Code { get; }

    /// <summary>What stands behind the calling code.</summary>
    public ReadOnlySpan<char> National { get; }

    /// <summary>Why it is no number, to be put behind its name; empty where it is one.</summary>
    public string Problem { get; }

    /// <summary>Whether the text that the number was read from has it in E.164 already.</summary>
    public bool IsWritten(ReadOnlySpan<char> text) =>
        Code is not null && text.Length == 1 + Code.Digits.Length + National.Length && text.EndsWith(National, StringComparison.Ordinal);

    /// <param name="digits">What stands behind the plus sign.</param>
    public static DialledNumber International(ReadOnlySpan<char> digits)
    {
        if (digits[0] == '0')
            return new DialledNumber("begins with 0 behind the plus sign; no country code does");
        if (NumberingTable.Shared.CallingCodeOf(digits) is not { } code)
        {
            return new DialledNumber(
                digits.Length < 3 ? "is too short for a phone number" : $"has no country code: there is none that +{digits[..3]} could be");
        }

        return Checked(code, null, digits[code.Digits.Length..]);
    }

    /// <param name="digits">A number as it is dialled in the country: national, or with the prefix for calls abroad, or with the calling code.</param>
    /// <param name="plan">The country's.</param>
    public static DialledNumber From(ReadOnlySpan<char> digits, NumberingPlan plan)
    {
        ReadOnlySpan<char> abroad = plan.BehindInternationalPrefix(digits);
        if (abroad.Length > 0)
        {
            return NumberingTable.Shared.CallingCodeOf(abroad) is null
                ? new DialledNumber($"begins with {digits[..^abroad.Length]}, the prefix for calls abroad from {plan.Country}, and no country code follows")
                : International(abroad);
        }

        CallingCode code = NumberingTable.Shared.CallingCodeOf(plan.CallingCode)!;
        if (!digits.StartsWith(plan.CallingCode, StringComparison.Ordinal))
        {
            DialledNumber number = Checked(code, plan, digits);
            return number.Code is not null && number.National.SequenceEqual(digits) && MayBeAbroad(digits, code, plan) is { } other
                ? new DialledNumber(
                    $"could be a number of +{other.Digits} that lost its plus sign, or one of +{code.Digits} ({plan.Country}) that lost its "
                    + $"{plan.WrittenPrefix}; "
                    + $"write it with + and the country code, or with the {plan.WrittenPrefix} that numbers in {plan.Country} begin with")
                : number;
        }

        // Perhaps an international number that has lost its plus sign.
        ReadOnlySpan<char> whole = WithoutPrefix(code, plan, digits);
        ReadOnlySpan<char> behind = digits[plan.CallingCode.Length..];
        ReadOnlySpan<char> shorter = WithoutPrefix(code, plan, behind);
        bool wholeMatches = plan.Matches(whole);
        bool shorterMatches = plan.Matches(shorter);
        if (wholeMatches && shorterMatches && !whole.SequenceEqual(shorter))
        {
            return new DialledNumber(
                $"begins with {plan.CallingCode}, which can be the country code or a part of the number; write it internationally, "
                + "with + and the country code before it");
        }

        return (!wholeMatches && shorterMatches) || whole.Length > plan.Lengths[^1]
            ? Checked(code, null, behind)
            : Checked(code, plan, digits);
    }

    // Where people write a prefix, a number without one has lost that, or a plus sign.
    private static CallingCode? MayBeAbroad(ReadOnlySpan<char> digits, CallingCode code, NumberingPlan plan)
    {
        if (plan.WrittenPrefix.Length == 0 || digits.Length > PhoneNumber.MaxDigits || NumberingTable.Shared.CallingCodeOf(digits) is not { } other)
            return null;

        // The country's own form first: to look for one of +1 takes longest.
        return (plan.NeedsPrefix(digits) || !code.Matches(digits)) && other.Matches(WithoutPrefix(other, other.Main, digits[other.Digits.Length..]))
            ? other
            : null;
    }

    // Without a country of its own, a number follows the rules of the calling code's main country.
    private static DialledNumber Checked(CallingCode code, NumberingPlan? country, ReadOnlySpan<char> dialled)
    {
        NumberingPlan plan = country ?? code.Main;
        ReadOnlySpan<char> national = WithoutPrefix(code, plan, dialled);
        int digits = code.Digits.Length + national.Length;
        if (digits > PhoneNumber.MaxDigits)
            return new DialledNumber($"has {digits} digits with its country code; a phone number has at most {PhoneNumber.MaxDigits}");
        if (!code.IsPossible(national, plan))
            return new DialledNumber(Impossible(code, code.CountryOf(national) ?? country, national.Length));

        // What comes out must read as itself, or it names two numbers.
        if (plan != code.Main && !code.IsPossible(national, code.Main))
            return new DialledNumber($"is too short or too long behind +{code.Digits}; write it with its area code");
        return WithoutPrefix(code, code.Main, national).SequenceEqual(national)
            ? new DialledNumber(code, national)
            : new DialledNumber(
                $"can be read in more than one way: behind +{code.Digits} there is a prefix that is dialled within the country only, or one too many");
    }

    private static ReadOnlySpan<char> WithoutPrefix(CallingCode code, NumberingPlan plan, ReadOnlySpan<char> dialled)
    {
        if (!plan.TryStripNationalPrefix(dialled, out ReadOnlySpan<char> national))
            return dialled;

        // What looks like a prefix is part of the number where the number is one with it and none without it.
        return (plan.Matches(dialled) && !plan.Matches(national)) || !code.IsPossibleOrLonger(national, plan) ? dialled : national;
    }

    private static string Impossible(CallingCode code, NumberingPlan? country, int length)
    {
        IReadOnlyList<int> lengths = (country ?? code.Main).Lengths;
        string fault = length < lengths[0] ? "is too short" : length > lengths[^1] ? "is too long" : "has a length that is not possible";
        string owner = country is { IsCountry: true } ? $" ({country.Country})" : "";
        string found = length switch { 0 => "no digits stand", 1 => "1 digit stands", _ => $"{length} digits stand" };
        return $"{fault}: {found} behind the country code +{code.Digits}{owner}, where {Listed(lengths)} are possible";
    }

    // 10; 9 or 10; 7, 9 or 10; 4 to 15.
    private static string Listed(IReadOnlyList<int> lengths) =>
        lengths.Count > 2 && lengths[^1] - lengths[0] == lengths.Count - 1 ? $"{lengths[0]} to {lengths[^1]}"
        : lengths.Count > 1 ? $"{string.Join(", ", lengths.Take(lengths.Count - 1))} or {lengths[^1]}"
        : $"{lengths[0]}";
}
