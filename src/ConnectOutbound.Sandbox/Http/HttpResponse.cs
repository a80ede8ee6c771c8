namespace ConnectOutbound.Sandbox.Http;

/// <summary>An answer.</summary>
internal sealed record HttpResponse
{
    public required int Status { get; init; }

    public required string ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Further headers. Names and values come from this program, never from a client.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public AnswerDelivery Delivery { get; init; } = AnswerDelivery.Whole;
}
