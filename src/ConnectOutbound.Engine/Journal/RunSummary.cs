namespace ConnectOutbound.Engine.Journal;

/// <summary>One run in the journal.</summary>
public sealed record RunSummary
{
    /// <summary>The run's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many contacts have each status.</summary>
    public required IReadOnlyDictionary<JournalStatus, long> Counts { get; init; }

    /// <summary>When it was first used, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its first contact was about to be sent; null where none was.</summary>
    public DateTimeOffset? FirstAt { get; init; }

    /// <summary>When something was last written of a contact; null where nothing was.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Where the run sends and by which column it tells contacts apart, as far as that was recorded.</summary>
    public RunBinding Binding { get; init; } = new();

    /// <summary>Whether the run has contacts that exist, or may exist.</summary>
    public bool HasContacts =>
        Counts.Any(count => count is { Key: JournalStatus.Sending or JournalStatus.Started or JournalStatus.Unknown, Value: > 0 });
}
