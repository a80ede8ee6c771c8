namespace ConnectOutbound;

/// <summary>A flow of an Amazon Connect instance.</summary>
public sealed record OutboundFlow
{
    /// <summary>The name, which -ContactFlowId takes, too.</summary>
    public required string Name { get; init; }

    /// <summary>The id, to be given as -ContactFlowId.</summary>
    public required string ContactFlowId { get; init; }

    /// <summary>The ARN.</summary>
    public string? Arn { get; init; }

    /// <summary>Such as CONTACT_FLOW.</summary>
    public string? Type { get; init; }

    /// <summary>ACTIVE or ARCHIVED.</summary>
    public string? State { get; init; }

    /// <summary>PUBLISHED or SAVED.</summary>
    public string? Status { get; init; }

    /// <summary>Whether contacts can be given to it: it is published and active.</summary>
    public bool IsUsable { get; init; }

    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The name and the id.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => $"{Name} ({ContactFlowId})";
}
