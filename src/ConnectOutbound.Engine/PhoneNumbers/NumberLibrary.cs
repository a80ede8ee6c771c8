using System.Collections.Concurrent;
using System.Globalization;
using CountryCodeSource = global::PhoneNumbers.PhoneNumber.Types.CountryCodeSource;
using NumberParseException = global::PhoneNumbers.NumberParseException;
using ParsedNumber = global::PhoneNumbers.PhoneNumber;
using PhoneMetadata = global::PhoneNumbers.PhoneMetadata;
using PhoneNumberFormat = global::PhoneNumbers.PhoneNumberFormat;
using PhoneNumberType = global::PhoneNumbers.PhoneNumberType;
using PhoneNumberUtil = global::PhoneNumbers.PhoneNumberUtil;

namespace ConnectOutbound.Engine.PhoneNumbers;

/// <summary>libphonenumber, loaded when a number first needs it. Whatever the engine asks it goes through here.</summary>
internal sealed class NumberLibrary
{
    private static readonly Lazy<NumberLibrary> s_shared = new(static () => new NumberLibrary());

    private readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();
    private readonly ConcurrentDictionary<string, NumberingPlan> _plans = new(StringComparer.Ordinal);

    public static NumberLibrary Shared => s_shared.Value;

    /// <summary>The numbering plan of a country, or of a calling code that belongs to none.</summary>
    /// <param name="code">The calling code.</param>
    /// <param name="country">One of its countries.</param>
    /// <returns>The plan.</returns>
    public NumberingPlan PlanOf(CallingCode code, string country) =>
        _plans.GetOrAdd(code.IsCountry ? country : code.Digits, _ => new NumberingPlan(country, Metadata(code, country), Metadata(code, code.Main)));

    /// <summary>Reads a number without being strict.</summary>
    /// <param name="digits">Digits, perhaps with + before them.</param>
    /// <param name="country">The country that it is dialled in; null for a number with +.</param>
    /// <returns>The number; null where the library finds none.</returns>
    public ParsedNumber? Parse(string digits, string? country)
    {
        try
        {
            return _library.Parse(digits, country);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>Whether the library takes the digits of a national number for an international one that has lost its plus sign.</summary>
    /// <param name="digits">Digits.</param>
    /// <param name="country">The country that they are dialled in.</param>
    /// <returns>False where it takes them for a national number, or for none.</returns>
    public bool HasLostPlus(string digits, string country)
    {
        try
        {
            return _library.ParseAndKeepRawInput(digits, country).CountryCodeSource == CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>The number without calling code and prefixes, with the zeros that belong to it.</summary>
    public string National(ParsedNumber number) => _library.GetNationalSignificantNumber(number);

    /// <summary>Whether the number has a possible length, or one that is possible without the area code only.</summary>
    public PhoneNumberUtil.ValidationResult Length(ParsedNumber number) => _library.IsPossibleNumberWithReason(number);

    /// <summary>How people write the number in its country, or abroad.</summary>
    public string Format(ParsedNumber number, bool nationally) =>
        _library.Format(number, nationally ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);

    /// <summary>The country that a number belongs to; null where that cannot be told.</summary>
    public string? CountryOf(CallingCode code, ParsedNumber number) =>
        !code.IsCountry ? null : code.Countries.Count == 1 ? code.Main : _library.GetRegionCodeForNumber(number);

    /// <summary>Whether the number is this country's and not another's with the same calling code.</summary>
    public bool Owns(CallingCode code, string country, ParsedNumber number) =>
        Metadata(code, country).HasLeadingDigits
            ? PlanOf(code, country).BeginsAsItsNumbers(National(number))
            : _library.IsValidNumberForRegion(number, country);

    /// <summary>Whether the number is of a kind that a country has; more than its general form.</summary>
    public bool IsValid(ParsedNumber number) => _library.IsValidNumber(number);

    /// <summary>Whether the number is a landline for certain, and no mobile number.</summary>
    public bool IsLandline(ParsedNumber number) => _library.GetNumberType(number) == PhoneNumberType.FIXED_LINE;

    /// <summary>Whether the number has the form of numbers of any of the code's countries; more than a possible length.</summary>
    public bool HasForm(CallingCode code, string national)
    {
        foreach (string country in code.Countries)
        {
            NumberingPlan plan = PlanOf(code, country);
            if (plan.Lengths.Contains(national.Length) && plan.Matches(national))
                return true;
        }

        return false;
    }

    private PhoneMetadata Metadata(CallingCode code, string country) => code.IsCountry
        ? _library.GetMetadataForRegion(country)
        : _library.GetMetadataForNonGeographicalRegion(int.Parse(code.Digits, CultureInfo.InvariantCulture));
}
