namespace ConnectOutbound.Sandbox.State;

/// <summary>A valid request for a contact, as the ledger needs it.</summary>
internal sealed record ContactStart
{
    public required Guid ContactId { get; init; }

    public required string InstanceId { get; init; }

    public string? ClientToken { get; init; }

    public required TimeSpan ChatDuration { get; init; }

    /// <summary>What to keep of it; null keeps only the count.</summary>
    public SandboxContact? Record { get; init; }
}
