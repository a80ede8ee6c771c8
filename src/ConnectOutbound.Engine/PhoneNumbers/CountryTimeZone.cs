
namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>The local time of a phone number's country, where the number decides it.</summary>
public static class CountryTimeZone
{
    /// <summary>The IANA time zone of the country that a number belongs to.</summary>
    /// <param name="e164">A number in E.164, as <see cref="PhoneNumber.TryNormalize"/> gives it.</param>
    /// <returns>
    /// A name such as <c>Europe/Berlin</c>. Null where the country has more than one local time (United States, Brazil), where countries
    /// with different times share the calling code and the number does not tell which it belongs to, where the calling code belongs to no
    /// country, where the time zone database does not know the country, and for what is no possible number. Zones that agree from 2026 to 2036 count as one.
    /// </returns>
    public static string? ZoneOf(string e164)
    {
        ArgumentNullException.ThrowIfNull(e164);
        ReadOnlySpan<char> digits = e164.AsSpan();
        if (digits.Length < 2 || digits.Length > PhoneNumber.MaxDigits + 1 || digits[0] != '+' || digits[1..].ContainsAnyExceptInRange('0', '9'))
            return null;
        if (NumberingTable.Shared.CallingCodeOf(digits[1..]) is not { Main.IsCountry: true } code)
            return null;
        ReadOnlySpan<char> national = digits[(1 + code.Digits.Length)..];
        if (!code.IsPossible(national, code.Main))
            return null;

        // Several countries may claim the number, or none: then all that may have it must agree.
        NumberingPlan[] owners = OwnersOf(code, national);
        NumberingPlan first = owners[0];
        return first.Zone is not null && Array.TrueForAll(owners, plan => plan.Clock == first.Clock) ? first.Zone : null;
    }

    private static NumberingPlan[] OwnersOf(CallingCode code, ReadOnlySpan<char> national)
    {
        if (code.Plans.Count == 1)
            return [code.Main];
        var owners = new List<NumberingPlan>();
        foreach (NumberingPlan plan in code.Plans)
        {
            if (plan.Owns(national))
                owners.Add(plan);
        }

        return owners.Count > 0 ? [.. owners] : [.. code.Plans];
    }
}
