using System.Globalization;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.PhoneNumbers;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Skipping.QuietHours;

/// <summary>Holds back rows whose customer has quiet hours, or may have. Thread-safe.</summary>
internal sealed class QuietHoursGate(QuietHoursRule rule, TimeProvider time)
{
    private static readonly GateDecision s_unknown = new(
        OutboundStatus.Deferred,
        ErrorIds.TimeZoneUnknown,
        "Its local time is not known, and it may be in quiet hours: the row names no time zone, and its number's country has several or is not known. Give -TimeZone, a column TimeZone, or -UnknownTimeZoneAction Send.");

    private readonly TimeZones _zones = new();

    /// <summary>Why a row comes out now, unsent.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Null where it may be sent, or is to wait.</returns>
    public GateDecision? Deferred(CheckedRow row) => Now(row) is { Status: OutboundStatus.Deferred } decision ? decision : null;

    /// <summary>Why a row may not be sent at this moment.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Null where it may; Planned is the status of one that is to wait.</returns>
    public GateDecision? Now(CheckedRow row)
    {
        TimeZoneInfo? zone = row.TimeZone ?? ZoneOfCountry(row.Destination!);
        if (zone is null)
            return rule.UnknownTimeZone == OutboundUnknownTimeZoneAction.Send ? null : s_unknown;
        DateTimeOffset now = time.GetUtcNow();
        if (rule.Hours.Look(now, zone).Ends is not DateTimeOffset end)
            return null;
        string reason = string.Create(
            CultureInfo.InvariantCulture,
            $"Quiet hours ({rule.Hours.Text}): it is {TimeZoneInfo.ConvertTime(now, zone):HH:mm} in {zone.Id}; they end {end:yyyy-MM-dd HH:mm zzz}.");
        return new GateDecision(rule.Action == OutboundQuietHoursAction.Wait ? OutboundStatus.Planned : OutboundStatus.Deferred, ErrorIds.QuietHours, reason, end);
    }

    private TimeZoneInfo? ZoneOfCountry(string destination) =>
        CountryTimeZone.ZoneOf(destination) is string id && _zones.TryFind(id, out TimeZoneInfo? zone, out _) ? zone : null;
}
