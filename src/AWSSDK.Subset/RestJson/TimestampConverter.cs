using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.RestJson;

/// <summary>Reads timestamps in ISO 8601, or in seconds since 1970, as UTC; writes ISO 8601.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTime>
{
    // Decimal, because a double has no exact value for most thousandths of a second.
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? DateTime.UnixEpoch.AddTicks((long)(reader.GetDecimal() * TimeSpan.TicksPerSecond))
            : reader.GetDateTimeOffset().UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
}
