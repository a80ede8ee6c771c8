namespace ConnectOutbound;

/// <summary>An Amazon Connect instance that the sandbox has.</summary>
public sealed record SandboxInstance
{
    /// <summary>Its alias, unique in the sandbox.</summary>
    public required string Alias { get; init; }

    /// <summary>Its id; for -InstanceId.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When it was added, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
