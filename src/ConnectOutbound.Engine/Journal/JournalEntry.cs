namespace ConnectOutbound.Engine.Journal;

/// <summary>What the journal holds of one contact of a run.</summary>
public sealed record JournalEntry
{
    /// <summary>Who is written to.</summary>
    public required ContactIdentity Identity { get; init; }

    /// <summary>What is known of it.</summary>
    public required JournalStatus Status { get; init; }

    /// <summary>The idempotency token of its attempts.</summary>
    public required string ClientToken { get; init; }

    /// <summary>The place of the row in its input, the last time.</summary>
    public required long RowNumber { get; init; }

    /// <summary>The invocation that wrote it last: see <see cref="IRunJournal.Invocation"/>.</summary>
    public required string Invocation { get; init; }

    /// <summary>The channel.</summary>
    public required OutboundChannel Channel { get; init; }

    /// <summary>A hash of what was sent last.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The row as a JSON object; null once the contact is started.</summary>
    public string? RowJson { get; init; }

    /// <summary>
    /// When a request with this token may first have reached the service, in UTC, to the millisecond: the token protects for seven days from then.
    /// </summary>
    public required DateTimeOffset FirstSentAt { get; init; }

    /// <summary>When it was written last, in UTC, to the millisecond.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>The contact's id, where it was started.</summary>
    public string? ContactId { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The error code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How many requests were sent for it, all invocations together, as far as their outcomes were written.</summary>
    public int Attempts { get; init; }

    /// <summary>The service's id of the last request.</summary>
    public string? RequestId { get; init; }

    /// <summary>What became of the contact after the send, as it was asked for last; null where nobody asked. Read where a run's contacts are listed.</summary>
    public OutboundContactState? State { get; init; }

    /// <summary>When it was asked for last, in UTC, to the millisecond; null where nobody asked.</summary>
    public DateTimeOffset? StateSeenAt { get; init; }
}
