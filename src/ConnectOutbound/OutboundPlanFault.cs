namespace ConnectOutbound;

/// <summary>What holds rows of a plan back, by kind.</summary>
public sealed record OutboundPlanFault
{
    /// <summary>The stable kind, such as DestinationInvalid or Duplicate.</summary>
    public required string Kind { get; init; }

    /// <summary>How many rows have it.</summary>
    public required long Count { get; init; }

    /// <summary>The first row that has it.</summary>
    public required long RowNumber { get; init; }

    /// <summary>What that row's problem is.</summary>
    public required string Example { get; init; }

    /// <summary>The kind, how often it occurs, and where first.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => $"{Kind}: {Count} (row {RowNumber})";
}
