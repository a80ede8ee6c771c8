namespace ConnectOutbound.Engine.Service;

/// <summary>Where requests go and who signs them. What is null is left to the SDK's own chain.</summary>
public sealed record ConnectionSettings
{
    /// <summary>The Region, such as <c>us-east-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>A named profile of the shared AWS files.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Where the shared credentials file is.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>An access key id.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Its secret.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Another endpoint than the Region's own.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>Never the secrets.</summary>
    /// <returns>A line for a log.</returns>
    public override string ToString() =>
        $"Region {Region ?? "(chain)"}, profile {ProfileName ?? "(chain)"}, access key {(AccessKey is null ? "(chain)" : "(given)")}, "
            + $"endpoint {EndpointUrl ?? "(Region's own)"}";
}
