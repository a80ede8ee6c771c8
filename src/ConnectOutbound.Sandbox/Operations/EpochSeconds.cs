using System.Text.Json;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>Writes times as the JSON of Amazon Connect has them: seconds since 1970, with thousandths.</summary>
internal static class EpochSeconds
{
    public static void WriteTime(this Utf8JsonWriter writer, string name, long utcTicks) =>
        writer.WriteNumber(name, (utcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond / 1000m);
}
