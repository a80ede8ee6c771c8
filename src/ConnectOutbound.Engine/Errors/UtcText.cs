using System.Globalization;

namespace ConnectOutbound.Engine.Errors;

/// <summary>Writes times for sentences, the same in every culture.</summary>
internal static class UtcText
{
    /// <summary>Writes a time to the second.</summary>
    /// <param name="at">The time.</param>
    /// <returns>Such as <c>2026-11-26 17:00:00 UTC</c>.</returns>
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
