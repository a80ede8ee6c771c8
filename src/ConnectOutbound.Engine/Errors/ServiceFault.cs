namespace ConnectOutbound.Engine.Errors;

/// <summary>An error of a request, classified.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Code">The service's code, or the module's own.</param>
/// <param name="Message">What the service said; at most 1,024 characters.</param>
/// <param name="RequestId">The service's id of the request, where there is one.</param>
public sealed record ServiceFault(FaultKind Kind, string Code, string Message, string? RequestId = null)
{
    /// <summary>How long the service asked to wait (RFC 9110, Retry-After), where it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the service named its error. What answers without a name is something else: a proxy, a web server.</summary>
    public bool IsNamed { get; init; } = true;

    /// <summary>Whether a request was sent at all.</summary>
    public bool WasSent { get; init; } = true;

    /// <summary>Whether the contact may exist although the request failed.</summary>
    public bool MayHaveStarted => Kind is FaultKind.OutcomeUnknown or FaultKind.ServerError;

    /// <summary>Whether no other row would succeed either.</summary>
    public bool StopsRun => Kind is FaultKind.AccessDenied or FaultKind.CredentialsExpired or FaultKind.CredentialsRejected
        or FaultKind.CredentialsNotFound or FaultKind.NotConnect;
}
