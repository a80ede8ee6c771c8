namespace ConnectOutbound;

/// <summary>A flow that the sandbox has.</summary>
public sealed record SandboxFlow
{
    /// <summary>Its name, unique in its instance.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for (API type <c>ContactFlowType</c>), such as <c>CONTACT_FLOW</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>ACTIVE</c> or <c>ARCHIVED</c>.</summary>
    public required string State { get; init; }

    /// <summary><c>PUBLISHED</c>, or <c>SAVED</c> for a draft.</summary>
    public required string Status { get; init; }

    /// <summary>Its id; for -ContactFlowId.</summary>
    public required string ContactFlowId { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The instance that it is in.</summary>
    public required string InstanceId { get; init; }
}
