using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace ConnectOutbound.Commands.Reports;

/// <summary>
/// A result that was saved and read again: by Import-Csv, Import-Clixml or ConvertFrom-Json, each of which gives its values back in a form of its
/// own.
/// </summary>
internal static class SavedContact
{
    /// <summary>Reads a result.</summary>
    /// <param name="item">What came down the pipeline.</param>
    /// <returns>The result, without its row; null where it is none: it has no status that there is.</returns>
    public static OutboundContact? Read(PSObject item)
    {
        if (item.BaseObject is OutboundContact contact)
            return contact;
        Func<string, object?> value = item.BaseObject is IDictionary dictionary ? name => dictionary[name] : name => item.Properties[name]?.Value;
        if (Status(value(nameof(OutboundContact.Status))) is not OutboundStatus status)
            return null;
        return new OutboundContact(input: null)
        {
            RowNumber = Number(value(nameof(OutboundContact.RowNumber))),
            Destination = Text(value(nameof(OutboundContact.Destination))),
            Channel = Enum.TryParse(Text(value(nameof(OutboundContact.Channel))), ignoreCase: true, out OutboundChannel channel) && Enum.IsDefined(channel)
                ? channel
                : null,
            Status = status,
            ContactId = Text(value(nameof(OutboundContact.ContactId))),
            Reason = Text(value(nameof(OutboundContact.Reason))),
            ErrorCode = Text(value(nameof(OutboundContact.ErrorCode))),
            Attempts = (int)Math.Min(Number(value(nameof(OutboundContact.Attempts))), int.MaxValue),
            RequestId = Text(value(nameof(OutboundContact.RequestId))),
            InstanceId = Text(value(nameof(OutboundContact.InstanceId))),
            RunName = Text(value(nameof(OutboundContact.RunName))),
            StartedAt = Time(value(nameof(OutboundContact.StartedAt))),
            Duration = Length(value(nameof(OutboundContact.Duration))),
        };
    }

    private static OutboundStatus? Status(object? value) =>
        Text(value) is string text && Enum.TryParse(text.Trim(), ignoreCase: true, out OutboundStatus status) && Enum.IsDefined(status) ? status : null;

    // PSObject.ToString knows the text of an enum that Import-Clixml gives back as a number.
    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text.Length == 0 ? null : text,
        PSObject wrapped => wrapped.ToString() is { Length: > 0 } text ? text : null,
        IFormattable scalar => scalar.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static long Number(object? value) =>
        long.TryParse(Text(value), NumberStyles.Integer, CultureInfo.InvariantCulture, out long number) && number > 0 ? number : 0;

    private static DateTimeOffset? Time(object? value)
    {
        object? bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (bare is DateTimeOffset time)
            return time;
        if (bare is DateTime local)
            return Of(local);
        // Import-Clixml does not know the type: it gives its properties back.
        if (value is PSObject { Properties: var parts }
            && parts["UtcDateTime"]?.Value is object utc
            && (utc is PSObject inner ? inner.BaseObject : utc) is DateTime known)
        {
            return Of(DateTime.SpecifyKind(known, DateTimeKind.Utc));
        }

        string? text = Text(value);
        // ISO 8601 reads the same in every culture. Export-Csv writes as the culture of the session does, and that is mostly the one that reads.
        return text is null ? null
            : text.Length > 4 && text[4] == '-' && Parsed(text, CultureInfo.InvariantCulture) is DateTimeOffset iso ? iso
            : Parsed(text, CultureInfo.CurrentCulture) ?? Parsed(text, CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset Of(DateTime time) =>
        new(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc), TimeSpan.Zero);

    private static DateTimeOffset? Parsed(string text, CultureInfo culture) =>
        DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;

    private static TimeSpan? Length(object? value)
    {
        object? bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (bare is TimeSpan length)
            return length;
        // ConvertFrom-Json gives its properties back.
        if (value is PSObject { Properties: var parts } && parts["Ticks"]?.Value is object ticks)
            return TimeSpan.FromTicks(Number(ticks));
        return TimeSpan.TryParse(Text(value), CultureInfo.InvariantCulture, out TimeSpan read) ? read : null;
    }
}
