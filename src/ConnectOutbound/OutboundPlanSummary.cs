namespace ConnectOutbound;

/// <summary>What would become of a whole input, without sending it.</summary>
public sealed record OutboundPlanSummary
{
    /// <summary>All rows.</summary>
    public required long RowCount { get; init; }

    /// <summary>Rows that would be sent.</summary>
    public required long WillSend { get; init; }

    /// <summary>Rows that cannot be sent.</summary>
    public required long Invalid { get; init; }

    /// <summary>Rows whose destination, or token, an earlier row has.</summary>
    public required long Duplicate { get; init; }

    /// <summary>Rows whose destination is on a suppression list.</summary>
    public required long Suppressed { get; init; }

    /// <summary>Rows that quiet hours hold back.</summary>
    public required long Deferred { get; init; }

    /// <summary>Rows whose contact the named run has started already.</summary>
    public required long AlreadyStarted { get; init; }

    /// <summary>Rows that the named run sent more than seven days ago without learning what became of them.</summary>
    public required long Unknown { get; init; }

    /// <summary>What holds rows back, the most frequent kind first, each with its first row. A row with several faults counts for each.</summary>
    public required OutboundPlanFaultList Fault { get; init; }

    /// <summary>Distinct destinations among the rows that would be sent.</summary>
    public required long DestinationCount { get; init; }

    /// <summary>SMS parts of all messages that would be sent and whose text is known.</summary>
    public required long MessageParts { get; init; }

    /// <summary>SMS messages that stay within the GSM 7-bit alphabet: 160 characters in one part, 153 in each of several.</summary>
    public required long Gsm7Count { get; init; }

    /// <summary>SMS messages that need UCS-2: 70 characters in one part, 67 in each of several.</summary>
    public required long Ucs2Count { get; init; }

    /// <summary>The characters that force UCS-2, as they first occur; at most twenty.</summary>
    public required OutboundTextList Ucs2Character { get; init; }

    /// <summary>The rate, in requests a second.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>How long sending takes at the rate, waits for quiet hours and for room in a quota left out.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The quota of concurrent active chats that the plan was held against (L-D4BA6F6E, 500 by default), for each instance.</summary>
    public required int ConcurrentChatQuota { get; init; }

    /// <summary>
    /// The most chats of one instance that would be open at once, where each lives for its ChatDurationInMinutes (25 hours where none is given).
    /// </summary>
    public required long PeakConcurrentChats { get; init; }

    /// <summary>Whether the run fits that quota. It counts on an instance without other chats.</summary>
    public bool FitsConcurrentChatQuota => PeakConcurrentChats <= ConcurrentChatQuota;

    /// <summary>How long after its start the run meets the quota; null where it does not.</summary>
    public required TimeSpan? QuotaFullAfter { get; init; }

    /// <summary>What should be known before it is sent, a sentence each.</summary>
    public required OutboundTextList Advice { get; init; }
}
