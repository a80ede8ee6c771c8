namespace ConnectOutbound;

/// <summary>What would become of one row, without sending it.</summary>
public sealed class OutboundPlan
{
    private readonly object? _input;

    /// <summary>Creates a plan for a row.</summary>
    /// <param name="input">The row as it was given.</param>
    public OutboundPlan(object? input) => _input = input;

    /// <summary>The place of the row in the input, from 1.</summary>
    public required long RowNumber { get; init; }

    /// <summary>The customer's number in E.164, or as it was written where it could not be read.</summary>
    public string? Destination { get; init; }

    /// <summary>Whether Start-ConnectOutboundChat with the same parameters would send the row.</summary>
    public bool WillSend => Status == OutboundStatus.Planned;

    /// <summary>Planned where the row would be sent; otherwise the status that it would come out with.</summary>
    public required OutboundStatus Status { get; init; }

    /// <summary>Every fault of the row; empty where there is none.</summary>
    public required OutboundProblemList Problems { get; init; }

    /// <summary>The kind of the first fault, or of what holds the row back; as the ErrorCode of the result would be.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Until when quiet hours hold the row back; null where none do.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>How many SMS parts the message takes; null for WhatsApp and where the module does not hold the text.</summary>
    public int? MessageParts { get; init; }

    /// <summary>The text that the customer would get; null where the module was not asked for it or does not know it.</summary>
    public string? Text { get; init; }

    /// <summary>The row as it was given. A method, so that Export-Csv and ConvertTo-Json leave it out.</summary>
    /// <returns>The row.</returns>
    public object? GetInput() => _input;
}
