using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>Brings phone numbers into the form of E.164 (ITU-T Recommendation E.164): a plus sign and at most 15 digits, the first not 0.</summary>
public static class PhoneNumber
{
    /// <summary>The most digits of a number with its country code (ITU-T E.164).</summary>
    public const int MaxDigits = 15;

    /// <summary>Reads a number as people write it: with blanks, dots, dashes, brackets and slashes, perhaps with <c>tel:</c> before it.</summary>
    /// <param name="written">The number: with + and the country code, or as it is dialled in <paramref name="country"/>.</param>
    /// <param name="country">
    /// The country that a national number belongs to (ISO 3166-1, two letters); null where none is known. A number with + does not need it.
    /// </param>
    /// <param name="e164">The number in E.164.</param>
    /// <param name="problem">What is wrong with it, to be put behind "Destination 'x'".</param>
    /// <returns>False where it is none: where its length is not possible in its country, or where it could be another number. Nothing is guessed.</returns>
    public static bool TryNormalize(string written, string? country, out string e164, out string problem)
    {
        ArgumentNullException.ThrowIfNull(written);
        ReadOnlySpan<char> text = written.AsSpan().Trim();
        if (IsPlain(text))
        {
            // What most rows look like already: nothing to build, and the library is not loaded for it.
            e164 = text.Length == written.Length ? written : text.ToString();
            problem = "";
            return true;
        }

        e164 = "";
        if (!WrittenNumber.TryCollect(text, out string digits, out bool plus, out problem))
            return false;
        DialledNumber? number = Dialled(digits, plus, country, ref problem);
        if (number is not { Problem: "" })
        {
            problem = NumberGroups.IsIpAddress(text) ? PhoneNumberFault.IpAddress : number?.Problem ?? problem;
            return false;
        }

        problem = NumberGroups.Problem(text, number);
        if (problem.Length > 0)
            return false;
        e164 = number.E164;
        return true;
    }

    /// <summary>Gives the same text for all ways of writing a destination in E.164 that reach one person.</summary>
    /// <param name="e164">A number in E.164, as <see cref="TryNormalize"/> gives it.</param>
    /// <returns>
    /// The number itself, but without the mobile 9 of Argentina and Brazil: WhatsApp and address books write those mobile numbers with and without it.
    /// For comparisons only: messages are sent to the number as it was written.
    /// </returns>
    public static string SameDestinationKey(string e164)
    {
        ArgumentNullException.ThrowIfNull(e164);
        return MobileNine.IsIn(e164) ? MobileNine.Remove(e164) : e164;
    }

    /// <summary>Gives the other way of writing a destination in E.164 that reaches the same person.</summary>
    /// <param name="e164">A number in E.164.</param>
    /// <returns>A mobile number of Argentina or Brazil with its 9 if it has none, or without it; null for all other numbers.</returns>
    public static string? OtherForm(string e164)
    {
        ArgumentNullException.ThrowIfNull(e164);
        return MobileNine.IsIn(e164) ? MobileNine.Remove(e164) : MobileNine.Add(e164);
    }

    private static bool IsPlain(ReadOnlySpan<char> text) =>
        text.Length is > 2 and <= MaxDigits + 1
            && text[0] == '+'
            && !text[1..].ContainsAnyExceptInRange('0', '9')
            && CallingCodes.Shared.Of(text[1..]) is { } code
            && code.IsPlain(text[(1 + code.Digits.Length)..]);

    private static DialledNumber? Dialled(string digits, bool plus, string? country, ref string problem)
    {
        if (plus)
            return DialledNumber.International(digits);
        if (string.IsNullOrWhiteSpace(country))
        {
            problem = "has no country code; write it internationally, with + and the country code before it, "
                + "or say which country it belongs to (-DefaultCountry, or a column Country)";
            return null;
        }

        string letters = country.Trim().ToUpperInvariant();
        if (CallingCodes.Shared.OfCountry(letters) is { } code)
            return DialledNumber.From(digits, letters, code);
        string hint = letters == "UK" ? "the United Kingdom is GB" : "a country is given by its two letters of ISO 3166-1, such as US";
        problem = $"has no country code, and the country {DisplayText.Quoted(country)} is not known; {hint}";
        return null;
    }
}
