namespace ConnectOutbound.Engine.Reports;

/// <summary>One row as a page shows it: text is cleaned, cut to a length, and masked where it has to be.</summary>
public sealed record ReportRow
{
    /// <summary>The place of the row in its input, from 1.</summary>
    public required long RowNumber { get; init; }

    /// <summary>The customer's number; empty where there is none.</summary>
    public required string Destination { get; init; }

    /// <summary>The channel, where it is known.</summary>
    public OutboundChannel? Channel { get; init; }

    /// <summary>What became of the row.</summary>
    public required OutboundStatus Status { get; init; }

    /// <summary>The contact's id.</summary>
    public string? ContactId { get; init; }

    /// <summary>Why the status is what it is.</summary>
    public string? Reason { get; init; }

    /// <summary>The kind of the fault.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How many requests were sent for it.</summary>
    public int Attempts { get; init; }

    /// <summary>The service's id of the last request, where the row needs someone: AWS Support asks for it.</summary>
    public string? RequestId { get; init; }

    /// <summary>When its first request was sent, in UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>From the first request to the last answer.</summary>
    public TimeSpan? Duration { get; init; }
}
