using System.Text.Json;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>A signed request to an operation, as its handler sees it.</summary>
internal sealed record OperationCall
{
    /// <summary>An object.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>The body as it came; valid during the call.</summary>
    public required ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>What stood in the placeholders of the path, decoded.</summary>
    public required IReadOnlyDictionary<string, string> PathValues { get; init; }

    /// <summary>What follows the question mark, as it was sent.</summary>
    public required string Query { get; init; }

    public required string AccessKeyId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
