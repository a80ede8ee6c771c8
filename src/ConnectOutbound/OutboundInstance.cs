namespace ConnectOutbound;

/// <summary>An Amazon Connect instance.</summary>
public sealed record OutboundInstance
{
    /// <summary>The id, to be given as -InstanceId.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The alias, which -InstanceId takes, too; null where the instance has none.</summary>
    public string? Alias { get; init; }

    /// <summary>The ARN.</summary>
    public string? Arn { get; init; }

    /// <summary>ACTIVE, CREATION_IN_PROGRESS or CREATION_FAILED.</summary>
    public string? Status { get; init; }

    /// <summary>Whether the instance makes outbound calls; contacts by chat do not depend on it.</summary>
    public bool? OutboundCallsEnabled { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The alias and the id.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => Alias is null ? InstanceId : $"{Alias} ({InstanceId})";
}
