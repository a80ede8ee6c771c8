namespace ConnectOutbound.Sandbox;

/// <summary>What <see cref="SandboxOptions.FaultHook"/> sees of a request before it is validated.</summary>
public sealed record SandboxRequestInfo
{
    /// <summary>The operation, such as <c>StartOutboundChatContact</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The place of the request, from 1, among those that the rate quota let through.</summary>
    public required long SequenceNumber { get; init; }

    /// <summary>The destination's address as it was sent; null where there is none.</summary>
    public string? Destination { get; init; }

    /// <summary>The idempotency token; null where there is none.</summary>
    public string? ClientToken { get; init; }

    /// <summary>The place of the request, from 1, among all that came with the same token, throttled ones included; 1 without a token.</summary>
    public required int Attempt { get; init; }
}
