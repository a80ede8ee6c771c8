using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security;
using System.Text.RegularExpressions;

namespace ConnectOutbound.Engine.Validation;

/// <summary>
/// Finds time zones by their IANA ids (<c>Europe/Berlin</c>) or their Windows ids (<c>W. Europe Standard Time</c>). Safe for use from several threads
/// at once.
/// </summary>
/// <remarks>
/// Ids may come from a file of the user's: only what has the form of an id is looked up, so none leads out of the machine's time zone folder.
/// </remarks>
public sealed partial class TimeZones
{
    // More different ids than there are zones: somebody else's column.
    private const int MaxRemembered = 2000;

    private readonly ConcurrentDictionary<string, (TimeZoneInfo? Zone, string Problem)> _found = new(StringComparer.Ordinal);
    private readonly Lazy<ZoneNames> _known = new(static () => new ZoneNames(TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)));

    /// <summary>Finds a zone.</summary>
    /// <param name="id">An IANA or Windows id, in any case; <c>UTC</c>.</param>
    /// <param name="zone">The zone; the same instance each time.</param>
    /// <param name="problem">What is wrong and what would be right, to be put behind "TimeZone 'x'".</param>
    /// <returns>False where there is none, and for what would be misunderstood: abbreviations such as EST, which have no daylight saving, and offsets
    /// such as +02:00, which hold for a part of the year.</returns>
    public bool TryFind(string id, [NotNullWhen(true)] out TimeZoneInfo? zone, out string problem)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!_found.TryGetValue(id, out (TimeZoneInfo? Zone, string Problem) found))
        {
            found = Find(id.Trim());
            if (_found.Count < MaxRemembered)
                found = _found.GetOrAdd(id, found);
        }

        (zone, problem) = found;
        return zone is not null;
    }

    private (TimeZoneInfo? Zone, string Problem) Find(string id)
    {
        if (id.Equals("UTC", StringComparison.OrdinalIgnoreCase) || id == "Z")
            return (TimeZoneInfo.Utc, "");
        if (MisleadingZones.Explain(id) is string misleading)
            return (null, misleading);
        if (!IanaId().IsMatch(id) && !WindowsId().IsMatch(id))
            return (null, $"is no time zone's id{Suggestion(id)}");

        try
        {
            return (TimeZoneInfo.FindSystemTimeZoneById(id), "");
        }
        catch (TimeZoneNotFoundException)
        {
            return (null, MissingZone.Explain(id, _known.Value, OperatingSystem.IsWindows(), CanConvertIds()));
        }
        catch (Exception e) when (e is InvalidTimeZoneException or SecurityException or UnauthorizedAccessException or IOException)
        {
            // A folder of the time zone data, Europe say, ends here too.
            return (null, $"cannot be read from this machine's time zone data{Suggestion(id)}");
        }
    }

    private string Suggestion(string id) => MissingZone.Suggestion(id, _known.Value);

    // Through ICU. Not there where globalization is invariant, nor on Windows where NLS is used instead.
    private static bool CanConvertIds() => TimeZoneInfo.TryConvertIanaIdToWindowsId("Europe/London", out _);

    // By area, or one of the ids of old without one. Not posix/… and right/…, which hold the data again, the latter with leap seconds that no clock
    // here counts.
    [GeneratedRegex(
        @"\A((Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)(/[A-Za-z0-9_+-]+){1,2}"
        + "|CET|MET|EET|WET|EST5EDT|CST6CDT|MST7MDT|PST8PDT"
        + "|Cuba|Egypt|Eire|GB|GB-Eire|Hongkong|Iceland|Iran|Israel|Jamaica|Japan|Kwajalein|Libya|NZ|NZ-CHAT|Navajo"
        + @"|Poland|Portugal|PRC|ROC|ROK|Singapore|Turkey|UCT|Universal|W-SU|Zulu)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IanaId();

    // W. Europe Standard Time, Pacific Standard Time (Mexico), Russia Time Zone 10.
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z.]*( [A-Za-z0-9.()]+){1,7}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WindowsId();
}
