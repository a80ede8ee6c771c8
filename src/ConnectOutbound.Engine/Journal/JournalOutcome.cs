namespace ConnectOutbound.Engine.Journal;

/// <summary>What became of a contact that was sent.</summary>
public sealed record JournalOutcome
{
    /// <summary>Who was written to.</summary>
    public required ContactIdentity Identity { get; init; }

    /// <summary>What became of it; never <see cref="JournalStatus.Sending"/>.</summary>
    public required JournalStatus Status { get; init; }

    /// <summary>The contact's id, where it was started.</summary>
    public string? ContactId { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The error code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How many requests were sent this time.</summary>
    public int Attempts { get; init; }

    /// <summary>The service's id of the last request.</summary>
    public string? RequestId { get; init; }

    /// <summary>When the outcome was known, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
