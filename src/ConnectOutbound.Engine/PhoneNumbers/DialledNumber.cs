using ParsedNumber = global::PhoneNumbers.PhoneNumber;
using ValidationResult = global::PhoneNumbers.PhoneNumberUtil.ValidationResult;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>A number as it is dialled, read by libphonenumber. What the library would guess is refused: see docs/numbers.md.</summary>
/// <param name="Code">Its calling code; null where there is a problem.</param>
/// <param name="Number">As the library read it; null where there is a problem.</param>
/// <param name="National">What stands behind the calling code.</param>
/// <param name="Problem">Why it is no number, to be put behind its name; empty where it is one.</param>
internal sealed record DialledNumber(CallingCode? Code, ParsedNumber? Number, string National, string Problem)
{
    // The library takes national numbers of 2 to 17 digits and throws for any other.
    private const int MinParsed = 2;
    private const int MaxParsed = 17;

    /// <summary>The number in E.164; only where there is no problem.</summary>
    public string E164 => string.Concat("+", Code!.Digits, National);

    /// <param name="digits">What stands behind the plus sign.</param>
    public static DialledNumber International(string digits)
    {
        if (digits[0] == '0')
            return Refused("begins with 0 behind the plus sign; no country code does");
        if (CallingCodes.Shared.Of(digits) is not { } code)
        {
            return Refused(
                digits.Length < 3 ? "is too short for a phone number" : $"has no country code: there is none that +{digits[..3]} could be");
        }

        string national = digits[code.Digits.Length..];
        if (national.Length < MinParsed)
            return Refused(Impossible(code, null, national));
        if (national.Length > MaxParsed)
            return Refused(TooManyDigits(digits.Length));
        return NumberLibrary.Shared.Parse($"+{digits}", null) is { } number ? Checked(code, null, number) : Refused(Impossible(code, null, national));
    }

    /// <param name="digits">A number as it is dialled in the country: national, or with the prefix for calls abroad, or with the calling code.</param>
    /// <param name="country">The country.</param>
    /// <param name="code">The country's calling code.</param>
    public static DialledNumber From(string digits, string country, CallingCode code)
    {
        NumberLibrary library = NumberLibrary.Shared;
        NumberingPlan plan = library.PlanOf(code, country);
        string abroad = plan.BehindInternationalPrefix(digits);
        if (abroad.Length > 0)
        {
            return CallingCodes.Shared.Of(abroad) is null
                ? Refused($"begins with {digits[..^abroad.Length]}, the prefix for calls abroad from {plan.Country}, and no country code follows")
                : International(abroad);
        }

        bool beginsWithCode = digits.StartsWith(code.Digits, StringComparison.Ordinal);
        if (beginsWithCode && library.HasLostPlus(digits, country))
            return International(digits);
        if (library.Parse(digits, country) is not { } number)
        {
            return Refused(digits.Length > MaxParsed
                ? TooManyDigits(digits.Length + code.Digits.Length)
                : Impossible(code, country, digits));
        }

        DialledNumber read = Checked(code, country, number);
        if (read.Problem.Length > 0)
            return read;
        if (beginsWithCode)
            return SaysTwoThings(read, digits, plan) ?? read;
        return read.National == digits && MayBeAbroad(digits, read, plan) is { } other
            ? Refused(
                $"could be a number of +{other.Digits} that lost its plus sign, or one of +{code.Digits} ({plan.Country}) that lost its "
                + $"{plan.WrittenPrefix}; "
                + $"write it with + and the country code, or with the {plan.WrittenPrefix} that numbers in {plan.Country} begin with")
            : read;
    }

    // Perhaps an international number that has lost its plus sign, perhaps a national one that begins like it.
    private static DialledNumber? SaysTwoThings(DialledNumber read, string digits, NumberingPlan plan)
    {
        NumberLibrary library = NumberLibrary.Shared;
        if (library.Parse($"+{digits}", null) is not { } international)
            return null;
        string shorter = library.National(international);
        return shorter != read.National && plan.Matches(shorter) && plan.Matches(read.National)
            ? Refused($"begins with {read.Code!.Digits}, which can be the country code or a part of the number; write it internationally, "
                + "with + and the country code before it")
            : null;
    }

    // Where people write a prefix, a number without one has lost that, or a plus sign.
    private static CallingCode? MayBeAbroad(string digits, DialledNumber read, NumberingPlan plan)
    {
        NumberLibrary library = NumberLibrary.Shared;
        if (plan.WrittenPrefix.Length == 0 || digits.Length > PhoneNumber.MaxDigits || CallingCodes.Shared.Of(digits) is not { } other)
            return null;

        // The country's own numbers first: to look for one of +1 takes longest.
        return (plan.NeedsPrefix(digits) || !library.IsValid(read.Number!))
            && library.Parse($"+{digits}", null) is { } abroad
            && library.HasForm(other, library.National(abroad))
            ? other
            : null;
    }

    // Without a country of its own, a number follows the rules of the calling code's main country.
    private static DialledNumber Checked(CallingCode code, string? country, ParsedNumber number)
    {
        NumberLibrary library = NumberLibrary.Shared;
        string national = library.National(number);
        if (code.Digits.Length + national.Length > PhoneNumber.MaxDigits)
            return Refused(TooManyDigits(code.Digits.Length + national.Length));
        switch (library.Length(number))
        {
            case ValidationResult.IS_POSSIBLE:
                break;
            case ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
                return Refused($"{Impossible(code, country ?? library.CountryOf(code, number), national)}; write it with its area code");
            default:
                return Refused(Impossible(code, library.CountryOf(code, number) ?? country, national));
        }

        // The library asks the main country alone. Its lengths are not those of all countries with its code.
        string owner = code.Countries.Count == 1 ? code.Main : library.CountryOf(code, number) ?? country ?? code.Main;
        if (!library.PlanOf(code, owner).Lengths.Contains(national.Length))
            return Refused(Impossible(code, owner, national));

        // What comes out must read as itself, or it names two numbers.
        var read = new DialledNumber(code, number, national, "");
        return library.Parse(read.E164, null) is { } again
            && library.National(again) == national
            && library.Length(again) == ValidationResult.IS_POSSIBLE
            ? read
            : Refused($"can be read in more than one way: behind +{code.Digits} there is a prefix that is dialled within the country only, or one too many");
    }

    private static DialledNumber Refused(string problem) => new(null, null, "", problem);

    private static string TooManyDigits(int digits) =>
        $"has {digits} digits with its country code; a phone number has at most {PhoneNumber.MaxDigits}";

    private static string Impossible(CallingCode code, string? country, string national)
    {
        // WhatsApp writes the mobile numbers of Mexico with the 1 that was dialled there until 2019.
        if (code.Digits == "52" && national.Length == 11 && national[0] == '1')
            return $"has a 1 behind the country code +52 that numbers of Mexico have no more; write it without the 1: +52{national[1..]}";

        country ??= code.IsCountry && code.Countries.Count == 1 ? code.Main : null;
        IReadOnlyList<int> lengths = NumberLibrary.Shared.PlanOf(code, country ?? code.Main).Lengths;
        if (lengths.Contains(national.Length))
            lengths = NumberLibrary.Shared.PlanOf(code, code.Main).Lengths;
        string fault = national.Length < lengths[0] ? "is too short" : national.Length > lengths[^1] ? "is too long" : "has a length that is not possible";
        string owner = country is null ? "" : $" ({country})";
        string found = national.Length switch { 0 => "no digits stand", 1 => "1 digit stands", _ => $"{national.Length} digits stand" };
        return $"{fault}: {found} behind the country code +{code.Digits}{owner}, where {Listed(lengths)} are possible";
    }

    // 10; 9 or 10; 7, 9 or 10; 4 to 15.
    private static string Listed(IReadOnlyList<int> lengths) =>
        lengths.Count > 2 && lengths[^1] - lengths[0] == lengths.Count - 1 ? $"{lengths[0]} to {lengths[^1]}"
        : lengths.Count > 1 ? $"{string.Join(", ", lengths.Take(lengths.Count - 1))} or {lengths[^1]}"
        : $"{lengths[0]}";
}
