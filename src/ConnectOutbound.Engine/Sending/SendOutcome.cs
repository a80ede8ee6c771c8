namespace ConnectOutbound.Engine.Sending;

/// <summary>What became of a request.</summary>
internal sealed record SendOutcome
{
    public required OutboundStatus Status { get; init; }

    public string? ContactId { get; init; }

    public string? Reason { get; init; }

    public string? ErrorCode { get; init; }

    public int Attempts { get; init; }

    public string? RequestId { get; init; }

    public DateTimeOffset? TokenSince { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public TimeSpan? Duration { get; init; }
}
