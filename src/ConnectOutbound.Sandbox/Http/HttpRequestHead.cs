namespace ConnectOutbound.Sandbox.Http;

/// <summary>The request line and the header lines.</summary>
internal sealed record HttpRequestHead
{
    public required string Method { get; init; }

    /// <summary>The path as it was sent, percent-encoded.</summary>
    public required string Path { get; init; }

    /// <summary>What follows the question mark, as it was sent; empty where there is none.</summary>
    public required string Query { get; init; }

    public required HttpHeaders Headers { get; init; }

    public required bool KeepAlive { get; init; }

    public required HttpFraming Framing { get; init; }
}
