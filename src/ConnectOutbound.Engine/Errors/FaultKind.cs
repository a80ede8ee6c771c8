namespace ConnectOutbound.Engine.Errors;

/// <summary>What an error means for a bulk send.</summary>
public enum FaultKind
{
    /// <summary>The row is wrong: it fails, the others go on.</summary>
    RowRefused,

    /// <summary>Instance, flow or number is wrong: the run stops, unless the row brought its own.</summary>
    ResourceMissing,

    /// <summary>No row will succeed: the run stops.</summary>
    RunRefused,

    /// <summary>Once more with the same token, then the row fails.</summary>
    Conflict,

    /// <summary>Slower for everyone; not the row's fault.</summary>
    Throttled,

    /// <summary>The quota of concurrent chats is full: fast retries are in vain.</summary>
    QuotaFull,

    /// <summary>The service has trouble: again with the same token.</summary>
    ServerError,

    /// <summary>The request left nobody's machine: no connection.</summary>
    Unreachable,

    /// <summary>The request went out and no answer could be read: the contact may exist.</summary>
    OutcomeUnknown,
}
