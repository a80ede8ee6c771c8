namespace ConnectOutbound;

/// <summary>What became of a contact, as DescribeContact tells it. Amazon Connect does not tell whether a message was delivered.</summary>
/// <remarks>
/// Its properties are plain values, so that Export-Csv writes a flat file. Attributes and input are reached by the hidden properties <c>Attribute</c> and
/// <c>Input</c>, or by the methods.
/// </remarks>
public sealed record OutboundContactState
{
    private readonly object? _input;
    private readonly IReadOnlyDictionary<string, string> _attributes;

    /// <summary>Creates a state.</summary>
    /// <param name="input">The object that the contact was given by: a result, a CSV row; null for an id.</param>
    /// <param name="attributes">The contact's attributes, where the service gives them.</param>
    public OutboundContactState(object? input, IReadOnlyDictionary<string, string>? attributes = null)
    {
        _input = input;
        _attributes = attributes ?? new Dictionary<string, string>();
    }

    /// <summary>The contact.</summary>
    public required string ContactId { get; init; }

    /// <summary>The Amazon Connect instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Whether it goes on: Disconnected where <see cref="DisconnectedAt"/> has a value, else Active.</summary>
    public required OutboundContactStage State { get; init; }

    /// <summary><c>SMS</c> or <c>WhatsApp</c>; of another contact what the service says, such as <c>CHAT</c> or <c>VOICE</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>The customer's address, as the service gives it.</summary>
    public string? Destination { get; init; }

    /// <summary>When it was initiated, in UTC.</summary>
    public DateTimeOffset? InitiatedAt { get; init; }

    /// <summary>When the customer's end was connected to Amazon Connect, in UTC.</summary>
    public DateTimeOffset? ConnectedAt { get; init; }

    /// <summary>When an agent was connected, in UTC; null where none was.</summary>
    public DateTimeOffset? AgentConnectedAt { get; init; }

    /// <summary>When it ended, in UTC; null while it goes on.</summary>
    public DateTimeOffset? DisconnectedAt { get; init; }

    /// <summary>Why it ended, such as <c>CUSTOMER_DISCONNECT</c>; may be null of a contact that has ended.</summary>
    public string? DisconnectReason { get; init; }

    /// <summary>The agent's id, where one was connected.</summary>
    public string? AgentId { get; init; }

    /// <summary>The id of the queue that it came to, where it did.</summary>
    public string? QueueId { get; init; }

    /// <summary>When something was last changed of it, in UTC.</summary>
    public DateTimeOffset? LastUpdatedAt { get; init; }

    /// <summary>The object that the contact was given by. A method, so that Export-Csv and ConvertTo-Json leave it out.</summary>
    /// <returns>The object; null where the contact was given by its id.</returns>
    public object? GetInput() => _input;

    /// <summary>The contact's attributes. A method, so that Export-Csv leaves them out.</summary>
    /// <returns>Names and values; none where the service gives none.</returns>
    public IReadOnlyDictionary<string, string> GetAttributes() => _attributes;

    /// <summary>The contact and whether it goes on.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => $"{ContactId}: {State}";
}
