using System.Text.Json;

namespace Amazon.RestJson;

/// <summary>Reads a timestamp that cannot be read as <see cref="DateTime.MinValue"/>: one such value does not make the rest of an answer unreadable.</summary>
internal sealed class LenientTimestampConverter : TimestampConverter
{
    protected override DateTime Unreadable(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return DateTime.MinValue;
    }
}
