namespace ConnectOutbound.Engine.Service;

/// <summary>Reads the timestamps of answers.</summary>
internal static class ServiceTime
{
    /// <summary>Whether an answer has a timestamp that cannot be read. The Subset then gives this value; the packages of the SDK throw instead.</summary>
    /// <param name="time">The timestamp; null where the answer has none.</param>
    /// <returns>True for one that cannot be read.</returns>
    public static bool IsUnreadable(DateTime? time) => time == DateTime.MinValue;

    /// <summary>Converts a timestamp.</summary>
    /// <param name="time">The timestamp; null where the answer has none.</param>
    /// <returns>The time in UTC; null where there is none that can be read.</returns>
    public static DateTimeOffset? Read(DateTime? time) => time is DateTime known && !IsUnreadable(time) ? new DateTimeOffset(known.ToUniversalTime()) : null;
}
