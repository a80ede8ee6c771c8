namespace ConnectOutbound;

/// <summary>A named run, as the journal has it.</summary>
public sealed record OutboundRunInfo
{
    /// <summary>The run's name.</summary>
    public required string Name { get; init; }

    /// <summary>Contacts that exist.</summary>
    public long Started { get; init; }

    /// <summary>Contacts that the service refused.</summary>
    public long Failed { get; init; }

    /// <summary>Contacts that were sent and whose answer could not be read: they may exist.</summary>
    public long Unknown { get; init; }

    /// <summary>Contacts that are being sent now, or were when their process ended: they may exist.</summary>
    public long Sending { get; init; }

    /// <summary>Contacts that the run stopped before; they do not exist.</summary>
    public long NotSent { get; init; }

    /// <summary>All contacts that were about to be sent once.</summary>
    public long Total => Started + Failed + Unknown + Sending + NotSent;

    /// <summary>When the first contact was about to be sent, in UTC.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    /// <summary>When something was last written, in UTC.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Contacts a second from the first to the last; null where that says nothing.</summary>
    public double? Rate =>
        FirstAt is DateTimeOffset first && LastAt is DateTimeOffset last && last > first ? Math.Round(Total / (last - first).TotalSeconds, 2) : null;

    /// <summary>
    /// Where the run sends: <c>loopback</c>, or partition, Region and account such as <c>aws/us-east-1/123456789012</c>. Null if not recorded.
    /// </summary>
    public string? Place { get; init; }

    /// <summary>Whether the run went to this computer, that is to a sandbox: no customer was written to.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The column that tells several contacts with one destination apart; null if there is none, or not recorded.</summary>
    public string? KeyColumn { get; init; }

    /// <summary>The journal's file.</summary>
    public required string JournalPath { get; init; }
}
