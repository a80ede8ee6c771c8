namespace ConnectOutbound;

/// <summary>A contact that the sandbox created.</summary>
public sealed record SandboxContact
{
    /// <summary>The identifier that was answered.</summary>
    public required string ContactId { get; init; }

    /// <summary>The customer's number.</summary>
    public required string Destination { get; init; }

    /// <summary>The Connect phone-number ARN that it was sent from.</summary>
    public required string Source { get; init; }

    /// <summary>The segment attribute connect:Subtype, such as <c>connect:SMS</c>.</summary>
    public required string Subtype { get; init; }

    /// <summary>The content of the initial system message, where there was one.</summary>
    public string? Message { get; init; }

    /// <summary>The contact attributes.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The flow.</summary>
    public required string ContactFlowId { get; init; }

    /// <summary>The idempotency token, where there was one.</summary>
    public string? ClientToken { get; init; }

    /// <summary>When the request arrived, in UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The access key id that signed the request.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The whole request body, as it came.</summary>
    public required string Body { get; init; }
}
