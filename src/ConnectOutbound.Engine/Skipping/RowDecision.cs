using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Skipping;

/// <summary>What becomes of a row: it is sent, it is skipped and says why, or it waits for a time and is decided again.</summary>
internal readonly record struct RowDecision
{
    private readonly IReadOnlyList<string>? _problems;

    private RowDecision(RowAction action, IReadOnlyList<string>? problems = null)
    {
        Action = action;
        _problems = problems;
    }

    /// <summary>Sends the row.</summary>
    public static RowDecision Send { get; } = new(RowAction.Send);

    /// <summary>What is done with the row.</summary>
    public RowAction Action { get; }

    /// <summary>Whether the row comes out without a request.</summary>
    public bool IsSkipped => Action == RowAction.Skip;

    /// <summary>The status of a skipped row.</summary>
    public OutboundStatus Status { get; private init; }

    /// <summary>Why the row is skipped or waits; of a row that is sent, what its result says unless the outcome says more.</summary>
    public string? Reason { get; private init; }

    /// <summary>The error code of a skipped row.</summary>
    public string? Code { get; private init; }

    /// <summary>When quiet hours end, for a row that waits for it and for one that is deferred.</summary>
    public DateTimeOffset? Until { get; private init; }

    /// <summary>What the journal holds of the contact.</summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>What a saved result says of the contact, if the contact exists or may exist by it.</summary>
    public SavedResult? Saved { get; init; }

    /// <summary>When a request for the contact may first have left, as journal and saved result say; null if neither knows of one.</summary>
    public DateTimeOffset? TokenSince => Entry is { } entry && !(Saved?.TokenSince < entry.FirstSentAt) ? entry.FirstSentAt : Saved?.TokenSince;

    /// <summary>Every problem of the row, of which the reason is made.</summary>
    public IReadOnlyList<string> Problems => _problems ?? (Reason is null ? [] : [Reason]);

    /// <summary>Whether an earlier request may have started the contact: whatever happens now, the row is never said to have none.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>Skips the row.</summary>
    /// <param name="status">The status of its result.</param>
    /// <param name="reason">Why.</param>
    /// <param name="code">The error code.</param>
    /// <param name="until">When what holds the row back ends.</param>
    public static RowDecision Skip(OutboundStatus status, string? reason, string? code = null, DateTimeOffset? until = null) =>
        new(RowAction.Skip) { Status = status, Reason = reason, Code = code, Until = until };

    /// <summary>Skips a row that has several problems.</summary>
    /// <param name="status">The status of its result.</param>
    /// <param name="problems">The problems, in sentences.</param>
    /// <param name="code">The error code.</param>
    public static RowDecision Skip(OutboundStatus status, IReadOnlyList<string> problems, string code) =>
        new(RowAction.Skip, problems) { Status = status, Reason = string.Join(' ', problems), Code = code };

    /// <summary>Adds what is known of the contact.</summary>
    /// <param name="entry">What the journal holds of it.</param>
    /// <param name="saved">What a saved result says of it.</param>
    /// <returns>The decision with both.</returns>
    public RowDecision Knowing(JournalEntry? entry, SavedResult? saved) => this with { Entry = entry, Saved = saved };

    /// <summary>Lets the row wait; it is decided again then.</summary>
    /// <param name="time">Until when.</param>
    /// <param name="reason">Why.</param>
    /// <param name="code">The error code, should the row never be sent.</param>
    public static RowDecision WaitUntil(DateTimeOffset time, string reason, string code) => new(RowAction.Wait) { Until = time, Reason = reason, Code = code };

    /// <summary>Sends a row whose earlier request may have started the contact.</summary>
    /// <param name="entry">What the journal holds of it.</param>
    /// <param name="reason">What the result says unless the outcome says more.</param>
    /// <param name="saved">What a saved result says of it.</param>
    public static RowDecision SendInDoubt(JournalEntry? entry, string? reason, SavedResult? saved = null) =>
        new(RowAction.Send) { Entry = entry, Reason = reason, Saved = saved, IsInDoubt = true };
}
