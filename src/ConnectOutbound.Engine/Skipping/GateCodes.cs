namespace ConnectOutbound.Engine.Skipping;

/// <summary>What holds a row back, as its ErrorCode says it. Scripts depend on them.</summary>
internal static class GateCodes
{
    public const string Duplicate = "Duplicate";
    public const string Suppressed = "Suppressed";
    public const string QuietHours = "QuietHours";
    public const string TimeZoneUnknown = "TimeZoneUnknown";
}
