using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Input;

/// <summary>Looks at cells that are no text: their text would hide what they are, or may look like a phone number.</summary>
internal static class DestinationCell
{
    /// <summary>Says why a cell cannot be a phone number.</summary>
    /// <param name="cell">A converted cell.</param>
    /// <returns>What is wrong, to be put behind "Destination 'x'"; null where its text decides.</returns>
    public static string? Problem(object? cell) => cell switch
    {
        null or string or long or int => null,
        DateTime or DateTimeOffset or PlainObject { TypeName: nameof(DateOnly) } => PhoneNumberFault.Date,
        TimeSpan or PlainObject { TypeName: nameof(TimeOnly) } => PhoneNumberFault.Time,
        PlainObject { TypeName: nameof(Version) } => PhoneNumberFault.Version,
        PlainObject { TypeName: nameof(System.Net.IPAddress) } => PhoneNumberFault.IpAddress,
        double value => Fraction(value),
        float value => Fraction(value),
        decimal value => value % 1 == 0 ? null : PhoneNumberFault.Fraction,
        _ => null,
    };

    // Infinity and what is no number have no digits: their text says so.
    private static string? Fraction(double value) => !double.IsFinite(value) || value % 1 == 0 ? null : PhoneNumberFault.Fraction;
}
