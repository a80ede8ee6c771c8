namespace ConnectOutbound.Engine.Skipping.QuietHours;

/// <summary>When customers are not written to, and what happens to their rows then.</summary>
/// <param name="Hours">The hours, by the customer's clock.</param>
/// <param name="Action">What happens to a row in quiet hours.</param>
/// <param name="UnknownTimeZone">What happens to a row whose local time is not known.</param>
public sealed record QuietHoursRule(
    QuietHoursSchedule Hours,
    OutboundQuietHoursAction Action = OutboundQuietHoursAction.Defer,
    OutboundUnknownTimeZoneAction UnknownTimeZone = OutboundUnknownTimeZoneAction.Defer);
