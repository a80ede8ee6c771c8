using System.Management.Automation;

namespace ConnectOutbound.Commands.Rows;

/// <summary>Makes the dates and times again that Export-Clixml and jobs leave as an object with their parts.</summary>
internal static class SavedTime
{
    private const string Deserialized = "Deserialized.System.";

    /// <summary>Reads one.</summary>
    /// <param name="value">An object without a type of its own.</param>
    /// <returns>The date or the time; null for any other object.</returns>
    public static object? Read(PSObject value)
    {
        if (value.TypeNames is not [string type, ..] || !type.StartsWith(Deserialized, StringComparison.Ordinal))
            return null;
        try
        {
            // From the parts: the text that is kept beside them is of the culture that wrote it.
            return type[Deserialized.Length..] switch
            {
                nameof(DateOnly) when Part(value, nameof(DateOnly.DayNumber)) is int day => DateOnly.FromDayNumber(day),
                nameof(TimeOnly) when Part(value, nameof(TimeOnly.Ticks)) is long ticks => new TimeOnly(ticks),
                nameof(DateTimeOffset) when (Part(value, nameof(DateTimeOffset.Ticks)), Part(value, nameof(DateTimeOffset.Offset)))
                    is (long ticks, TimeSpan offset) => new DateTimeOffset(ticks, offset),
                _ => null,
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static object? Part(PSObject value, string name) =>
        value.Properties[name] is PSPropertyInfo part && new PropertyCell(part).Read() is object read ? (read as PSObject)?.BaseObject ?? read : null;
}
