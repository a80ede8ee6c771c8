namespace ConnectOutbound.Engine.Journal;

/// <summary>What is about to be sent. It is in the journal before the first request leaves.</summary>
public sealed record JournalIntent
{
    /// <summary>Who is written to.</summary>
    public required ContactIdentity Identity { get; init; }

    /// <summary>The idempotency token of every attempt.</summary>
    public required string ClientToken { get; init; }

    /// <summary>The place of the row in its input.</summary>
    public required long RowNumber { get; init; }

    /// <summary>The channel.</summary>
    public required OutboundChannel Channel { get; init; }

    /// <summary>A hash of what is sent, the token left out: tells whether a repeated row says something else.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The row as a JSON object, so that it can be sent again; forgotten once the contact is started.</summary>
    public required string RowJson { get; init; }

    /// <summary>When a request with this token first left, if a saved result knows of one that the journal may not know; null if none does.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>What the run keeps from its first contact on; null to record nothing.</summary>
    public RunBinding? Binding { get; init; }

    /// <summary>When it is about to be sent, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
