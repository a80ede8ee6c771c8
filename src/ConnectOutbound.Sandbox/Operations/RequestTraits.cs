namespace ConnectOutbound.Sandbox.Operations;

/// <summary>What a fault hook is told of a request; read from the body before it is validated.</summary>
internal readonly record struct RequestTraits(string? Destination, string? ClientToken);
