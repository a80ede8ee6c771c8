using System.Globalization;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Input;

/// <summary>What an earlier command said of a row: a result, live or saved, or the columns that -PassThru adds.</summary>
public sealed record SavedResult
{
    /// <summary>The last sentence of the reason of an Invalid row whose contact an earlier command started.</summary>
    internal const string StartedNote = "Its contact was started before.";

    /// <summary>The last sentence of the reason of an Invalid row whose contact may exist.</summary>
    internal const string InDoubtNote = "Its contact may exist.";

    // Without an offset a time has two readings.
    private static readonly string[] s_timeFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>What became of the row.</summary>
    public required OutboundStatus Status { get; init; }

    /// <summary>The contact's id; null if there is none.</summary>
    public string? ContactId { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The token that the requests carried.</summary>
    public string? ClientToken { get; init; }

    /// <summary>When the first request with this token left; null if the result does not say it in ISO 8601.</summary>
    public DateTimeOffset? TokenSince { get; init; }

    /// <summary>The destination in E.164; null if it is not known.</summary>
    public string? Destination { get; init; }

    /// <summary>What the result means for the row that is sent now.</summary>
    internal SavedMeaning Meaning => Status switch
    {
        OutboundStatus.Started or OutboundStatus.AlreadyStarted => SavedMeaning.Started,
        OutboundStatus.Unknown => SavedMeaning.InDoubt,
        OutboundStatus.Invalid when EndsWith(StartedNote) => SavedMeaning.Started,
        OutboundStatus.Invalid when EndsWith(InDoubtNote) => SavedMeaning.InDoubt,
        OutboundStatus.Invalid when DuplicateReason.IsOfDestination(Reason) => SavedMeaning.Duplicate,
        // The command that wrote such a result sent nothing, so the doubt of the command before it remains.
        OutboundStatus.Planned or OutboundStatus.Suppressed or OutboundStatus.Duplicate
            when this is { ClientToken: not null, TokenSince: not null, ContactId: null } => SavedMeaning.InDoubt,
        OutboundStatus.Duplicate when !DuplicateReason.IsOfOther(Reason) => SavedMeaning.Duplicate,
        _ => SavedMeaning.New,
    };

    /// <summary>Whether the result is that of a row whose destination had changed since its contact was started, or may have been.</summary>
    public bool HasChanged => Status == OutboundStatus.Invalid && ClientToken is null && (EndsWith(StartedNote) || EndsWith(InDoubtNote));

    /// <summary>Makes the saved form of a result.</summary>
    /// <param name="contact">The result.</param>
    /// <returns>The saved form.</returns>
    public static SavedResult Of(OutboundContact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new SavedResult
        {
            Status = contact.Status,
            ContactId = contact.ContactId,
            Reason = contact.Reason,
            ClientToken = contact.ClientToken,
            TokenSince = Time(contact.TokenSince),
            Destination = contact.Destination,
        }.WithoutNewDestination();
    }

    /// <summary>Reads a saved result.</summary>
    /// <param name="cell">Returns the plain value of a property of <see cref="OutboundContact"/>; null if it is absent or empty.</param>
    /// <param name="problem">What is wrong with the status; empty if nothing is.</param>
    /// <returns>The result; null if it has no status that is known.</returns>
    public static SavedResult? Read(Func<string, object?> cell, out string problem)
    {
        ArgumentNullException.ThrowIfNull(cell);
        problem = "";
        if (Text(nameof(OutboundContact.Status)) is not string word)
            return null;
        if (!TryReadStatus(word, out OutboundStatus status))
        {
            problem = $"{DisplayText.Quoted(word)} is not one of {string.Join(", ", Enum.GetNames<OutboundStatus>())}";
            return null;
        }

        return new SavedResult
        {
            Status = status,
            ContactId = Text(nameof(OutboundContact.ContactId)),
            Reason = Text(nameof(OutboundContact.Reason)),
            ClientToken = Text(nameof(OutboundContact.ClientToken)),
            TokenSince = Time(Text(nameof(OutboundContact.TokenSince))),
            Destination = Text(nameof(OutboundContact.Destination)),
        };

        string? Text(string name) =>
            cell(name) is object value and not CellError && !CellText.IsEmpty(value) && CellText.Of(value)?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Writes a time as results have it: ISO 8601 in UTC, the same in every culture.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The text.</returns>
    public static string TimeText(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static bool TryReadStatus(string word, out OutboundStatus status) =>
        Enum.TryParse(word, ignoreCase: true, out status) && Enum.IsDefined(status) && char.IsLetter(word[0]) && !word.Contains(',', StringComparison.Ordinal);

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, s_timeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;

    /// <summary>Removes the destination of a result whose destination had changed: a result has the new one, and not the one of the contact.</summary>
    /// <returns>The result, without a destination if it had changed.</returns>
    public SavedResult WithoutNewDestination() => HasChanged ? this with { Destination = null } : this;

    private bool EndsWith(string note) => Reason?.EndsWith(note, StringComparison.Ordinal) == true;
}
