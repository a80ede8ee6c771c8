namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>The countries whose numbering plans are known: those of Google's libphonenumber, by ISO 3166-1.</summary>
public static class NumberingPlans
{
    /// <summary>The two letters of each country, in capitals and in alphabetical order.</summary>
    public static IReadOnlyList<string> Countries => CallingCodes.Shared.Countries;

    /// <summary>Whether a country's numbering plan is known, so that national numbers of it can be read.</summary>
    /// <param name="code">Two letters of ISO 3166-1, in capitals or not, such as <c>US</c>.</param>
    /// <returns>False for names, for codes of three letters, and for the few territories without numbers of their own.</returns>
    public static bool IsCountry(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return CallingCodes.Shared.OfCountry(code) is not null;
    }
}
