namespace ConnectOutbound.Engine.Contacts;

/// <summary>What contacts are waited for, and how.</summary>
public sealed record WatchOptions
{
    /// <summary>What is waited for.</summary>
    public OutboundContactMilestone Until { get; init; } = OutboundContactMilestone.Disconnected;

    /// <summary>How long each contact is waited for, from when it was added.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The pause between two looks at a contact, at first; it grows by half with each.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What the pause grows to; a longer <see cref="PollInterval"/> stays as it is.</summary>
    public TimeSpan LongestInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long after the timeout a last look may take; then what was seen last counts.</summary>
    public TimeSpan FinalGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many contacts may be asked for at the same time; from 1.</summary>
    public int ThrottleLimit { get; init; } = 8;
}
