using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>How rows are handed to a run, and where results go.</summary>
public sealed record SendingOptions
{
    /// <summary>Called with each result, on the caller's thread.</summary>
    public required Action<OutboundContact> Emit { get; init; }

    /// <summary>
    /// Waits for a result, blocking the caller's thread; null to await it. For a shell, whose thread waits in any case: an awaited result would come by way of
    /// two other threads.
    /// </summary>
    public Func<CancellationToken, OutboundContact>? Take { get; init; }

    /// <summary>Asked about each row that can be sent, on the caller's thread; null to send it.</summary>
    public Func<CheckedRow, RowConfirmation>? Confirm { get; init; }

    /// <summary>
    /// Plans every row before the first is sent: nothing is sent if one is invalid, and all rows are kept in memory for that. Null to send at once.
    /// </summary>
    public RunPlanner? RequireAllValid { get; init; }

    /// <summary>Called with each warning, on the caller's thread.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>Called once, when more than ten rows of a run without a name are sent: sending them again would start every contact again.</summary>
    public Action? OnManyRowsWithoutName { get; init; }
}
