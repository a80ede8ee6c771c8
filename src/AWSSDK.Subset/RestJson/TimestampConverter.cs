using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.RestJson;

/// <summary>Reads timestamps in ISO 8601, or in seconds since 1970, as UTC; writes ISO 8601.</summary>
internal class TimestampConverter : JsonConverter<DateTime>
{
    private static readonly decimal s_mostSeconds = (decimal)(DateTime.MaxValue - DateTime.UnixEpoch).TotalSeconds - 1;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryRead(ref reader, out var time) ? time : Unreadable(ref reader);

    public sealed override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Returns the value for a token that is not a timestamp.</summary>
    protected virtual DateTime Unreadable(ref Utf8JsonReader reader) =>
        throw new FormatException($"The answer has a timestamp that cannot be read: a JSON {reader.TokenType}.");

    private static bool TryRead(ref Utf8JsonReader reader, out DateTime time)
    {
        time = default;
        // Decimal, because a double has no exact value for most thousandths of a second.
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal seconds) && seconds >= 0 && seconds <= s_mostSeconds)
            time = DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        else if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var text) && text >= DateTimeOffset.UnixEpoch)
            time = text.UtcDateTime;
        return time != default;
    }
}
