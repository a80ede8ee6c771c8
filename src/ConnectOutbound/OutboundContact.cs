namespace ConnectOutbound;

/// <summary>What became of one row: exactly one is emitted for each row, in the order of completion.</summary>
/// <remarks>
/// Its properties are plain values, so that Export-Csv writes a flat file. The row itself is reached by the
/// hidden property <c>Input</c>, or by <see cref="GetInput"/>.
/// </remarks>
public sealed class OutboundContact
{
    private readonly object? _input;

    /// <summary>Creates a result for a row.</summary>
    /// <param name="input">The row as it was given: a CSV row, a hashtable, a phone number.</param>
    public OutboundContact(object? input) => _input = input;

    /// <summary>The place of the row in the input, from 1.</summary>
    public required long RowNumber { get; init; }

    /// <summary>The customer's number in E.164, or as it was written where it could not be read.</summary>
    public string? Destination { get; init; }

    /// <summary>The channel, where one could be read.</summary>
    public OutboundChannel? Channel { get; init; }

    /// <summary>What became of the row.</summary>
    public required OutboundStatus Status { get; init; }

    /// <summary>The contact's identifier in the instance, where one was created.</summary>
    public string? ContactId { get; init; }

    /// <summary>Why the status is what it is; for Invalid, every fault of the row.</summary>
    public string? Reason { get; init; }

    /// <summary>The service's error code (such as ThrottlingException), or the module's own where nothing was sent.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>How many requests were sent for the row.</summary>
    public int Attempts { get; init; }

    /// <summary>The idempotency token that every attempt of the row carried; valid for seven days at the service.</summary>
    public string? ClientToken { get; init; }

    /// <summary>
    /// When the first request with this token left, over all tries, in UTC and ISO 8601; the token protects for seven days from then. Text, so that a CSV
    /// has the same in every culture.
    /// </summary>
    public string? TokenSince { get; init; }

    /// <summary>The service's identifier of the last request, for AWS Support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The Amazon Connect instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The name of the run, where one was given.</summary>
    public string? RunName { get; init; }

    /// <summary>When the first request of the row was sent, in UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>From the first request to the last answer, pauses between attempts included.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The row as it was given. A method, so that Export-Csv and ConvertTo-Json leave it out.</summary>
    /// <returns>The row, or null where it is not known any more.</returns>
    public object? GetInput() => _input;

    /// <summary>The destination and what became of it.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => $"{Destination ?? "(no number)"}: {Status}";
}
