namespace ConnectOutbound.Sandbox.State;

/// <summary>A contact as it is at one time. Times are UTC ticks.</summary>
internal sealed record ContactState
{
    /// <summary>What ended the chats whose duration has passed (DisconnectReason of chats in the contact record model).</summary>
    public const string Expired = "EXPIRED";

    /// <summary>What ended the chats that StopContact ended.</summary>
    public const string StoppedByApi = "API";

    /// <summary>What ended the chats that the sandbox ended all at once.</summary>
    public const string EndedByFlow = "CONTACT_FLOW_DISCONNECT";

    public required SandboxContact Record { get; init; }

    /// <summary>The bare id, where the record may have an ARN.</summary>
    public required string InstanceId { get; init; }

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    public required long StartedAt { get; init; }

    public required long ExpiresAt { get; init; }

    public required long UpdatedAt { get; init; }

    public long? EndedAt { get; init; }

    public string? DisconnectReason { get; init; }

    /// <summary>The contact at a time: one whose duration has passed has ended.</summary>
    public ContactState At(long now) => EndedAt is null && now >= ExpiresAt ? End(ExpiresAt, Expired) : this;

    public ContactState End(long time, string? reason) => this with { EndedAt = time, UpdatedAt = time, DisconnectReason = reason };
}
