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
        if (!PhoneNumber.TryNormalize(e164, null, out string normalized, out _) || normalized != e164)
            return null;
        CallingCode code = CallingCodes.Shared.Of(e164.AsSpan(1))!;
        CountryZone? first = null;
        foreach (string country in OwnersOf(code, e164))
        {
            // Several countries may claim the number, or none: then all that may have it must agree.
            if (CountryZones.Shared.Of(country) is not { } zone || (first is not null && zone.Clock != first.Clock))
                return null;
            first ??= zone;
        }

        return first?.Zone;
    }

    private static IEnumerable<string> OwnersOf(CallingCode code, string e164)
    {
        if (code.Countries.Count == 1 || NumberLibrary.Shared.Parse(e164, null) is not { } number)
            return code.Countries;
        // The main country first: in +1 it has several local times, which ends the search.
        IEnumerable<string> owners = code.Countries.Where(country => NumberLibrary.Shared.Owns(code, country, number));
        return owners.Any() ? owners : code.Countries;
    }
}
