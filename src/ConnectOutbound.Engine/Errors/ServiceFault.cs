namespace ConnectOutbound.Engine.Errors;

/// <summary>An error of a request, as the engine understands it.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Code">The service's code, or the module's own.</param>
/// <param name="Message">What was said.</param>
/// <param name="RequestId">The service's id of the request, where there is one.</param>
/// <param name="Run">What it means for the run, where it stops it.</param>
public sealed record ServiceFault(FaultKind Kind, string Code, string Message, string? RequestId = null, RunFault? Run = null)
{
    /// <summary>How long the service asked to wait (RFC 9110, Retry-After), where it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether a request went out at all.</summary>
    public bool WasSent { get; init; } = true;

    /// <summary>Whether the contact may exist although the request failed.</summary>
    public bool MayHaveStarted => Kind is FaultKind.OutcomeUnknown or FaultKind.ServerError;
}
