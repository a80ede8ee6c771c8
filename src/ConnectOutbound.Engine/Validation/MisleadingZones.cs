using System.Text.RegularExpressions;

namespace ConnectOutbound.Engine.Validation;

/// <summary>Names that look like a place's time and are an offset all year round, or different times in different countries.</summary>
internal static partial class MisleadingZones
{
    // By abbreviation: what whoever writes it most likely means.
    private static readonly Dictionary<string, string> s_places = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = "America/New_York",
        ["EDT"] = "America/New_York",
        ["ET"] = "America/New_York",
        ["CST"] = "America/Chicago (or Asia/Shanghai)",
        ["CDT"] = "America/Chicago",
        ["CT"] = "America/Chicago",
        ["MST"] = "America/Denver (or America/Phoenix, which has no daylight saving)",
        ["MDT"] = "America/Denver",
        ["MT"] = "America/Denver",
        ["PST"] = "America/Los_Angeles",
        ["PDT"] = "America/Los_Angeles",
        ["PT"] = "America/Los_Angeles",
        ["AKST"] = "America/Anchorage",
        ["AKDT"] = "America/Anchorage",
        ["HST"] = "Pacific/Honolulu",
        ["AST"] = "America/Halifax (or America/Puerto_Rico, which has no daylight saving)",
        ["ADT"] = "America/Halifax",
        ["NST"] = "America/St_Johns",
        ["NDT"] = "America/St_Johns",
        ["BRT"] = "America/Sao_Paulo",
        ["GMT"] = "Europe/London",
        ["Greenwich"] = "Europe/London",
        ["BST"] = "Europe/London",
        ["WEST"] = "Europe/Lisbon",
        ["CEST"] = "Europe/Berlin",
        ["MEZ"] = "Europe/Berlin",
        ["MESZ"] = "Europe/Berlin",
        ["EEST"] = "Europe/Helsinki",
        ["MSK"] = "Europe/Moscow",
        ["TRT"] = "Europe/Istanbul",
        ["SAST"] = "Africa/Johannesburg",
        ["IST"] = "Asia/Kolkata (or Europe/Dublin, Asia/Jerusalem)",
        ["PKT"] = "Asia/Karachi",
        ["SGT"] = "Asia/Singapore",
        ["HKT"] = "Asia/Hong_Kong",
        ["JST"] = "Asia/Tokyo",
        ["KST"] = "Asia/Seoul",
        ["AWST"] = "Australia/Perth",
        ["ACST"] = "Australia/Adelaide (or Australia/Darwin, which has no daylight saving)",
        ["ACDT"] = "Australia/Adelaide",
        ["AEST"] = "Australia/Sydney (or Australia/Brisbane, which has no daylight saving)",
        ["AEDT"] = "Australia/Sydney",
        ["NZST"] = "Pacific/Auckland",
        ["NZDT"] = "Pacific/Auckland",
    };

    /// <summary>Says why a name is not taken.</summary>
    /// <param name="id">A name.</param>
    /// <returns>The end of a sentence, or null where the name is none of these.</returns>
    public static string? Explain(string id)
    {
        if (s_places.TryGetValue(id, out string? place))
            return $"is an abbreviation, which knows no change to daylight saving time; write the place, such as {place}";
        if (InvertedOffset().IsMatch(id))
        {
            return "is a fixed offset whose sign is the other way round (Etc/GMT+5 is five hours behind UTC); write the place, such as America/New_York, "
                + "or UTC";
        }

        return Offset().IsMatch(id)
            ? "is an offset, which holds for a part of the year only where there is daylight saving time; write the place, such as Europe/Berlin, or UTC"
            : null;
    }

    [GeneratedRegex(@"\A(Etc/GMT([+-]?[0-9]{1,2})?|GMT[+-]?0|Etc/Greenwich)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InvertedOffset();

    [GeneratedRegex(@"\A(UTC|GMT)? ?[+\u2212-] ?[0-9]{1,2}(:?[0-9]{2})?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
