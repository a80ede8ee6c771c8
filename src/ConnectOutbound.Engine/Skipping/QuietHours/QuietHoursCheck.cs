using System.Globalization;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.PhoneNumbers;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Skipping.QuietHours;

/// <summary>Tells whether a row's customer has quiet hours, or may have. Thread-safe.</summary>
/// <param name="rule">The hours, and what happens to rows in them.</param>
/// <param name="time">The clock.</param>
internal sealed class QuietHoursCheck(QuietHoursRule rule, TimeProvider time)
{
    private static readonly RowDecision s_unknown = RowDecision.Skip(
        OutboundStatus.Deferred,
        "Its local time is not known, and it may be in quiet hours: the row names no time zone, and its number's country has several or is not known. "
            + "Give -TimeZone, a column TimeZone, or -UnknownTimeZoneAction Send.",
        ErrorIds.TimeZoneUnknown);

    private readonly TimeZones _zones = new();

    /// <summary>Decides whether a row may be sent at this moment.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Null if it may; else that it is deferred, or waits.</returns>
    public RowDecision? Find(CheckedRow row)
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
        return rule.Action == OutboundQuietHoursAction.Wait
            ? RowDecision.WaitUntil(end, reason, ErrorIds.QuietHours)
            : RowDecision.Skip(OutboundStatus.Deferred, reason, ErrorIds.QuietHours, end);
    }

    private TimeZoneInfo? ZoneOfCountry(string destination) =>
        CountryTimeZone.ZoneOf(destination) is string id && _zones.TryFind(id, out TimeZoneInfo? zone, out _) ? zone : null;
}
