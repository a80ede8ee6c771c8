namespace ConnectOutbound.Engine.Errors;

/// <summary>What an error of a request means.</summary>
public enum FaultKind
{
    /// <summary>The request is wrong: the row fails, the others go on.</summary>
    RowRefused,

    /// <summary>The instance, the flow, the number, the template or another resource does not exist.</summary>
    ResourceMissing,

    /// <summary>The contact does not exist.</summary>
    ContactMissing,

    /// <summary>The credentials lack a permission.</summary>
    AccessDenied,

    /// <summary>The session token has expired.</summary>
    CredentialsExpired,

    /// <summary>AWS does not know the key, or the signature is wrong.</summary>
    CredentialsRejected,

    /// <summary>There are no credentials; nothing was sent.</summary>
    CredentialsNotFound,

    /// <summary>What answered is not the service.</summary>
    NotConnect,

    /// <summary>Once more with the same token, then the row fails.</summary>
    Conflict,

    /// <summary>Everyone has to slow down; the row is not at fault.</summary>
    Throttled,

    /// <summary>The quota of concurrent chats is full: fast retries are useless.</summary>
    QuotaFull,

    /// <summary>The service has trouble: again with the same token.</summary>
    ServerError,

    /// <summary>No connection could be made; nothing was sent.</summary>
    Unreachable,

    /// <summary>The request was sent and no answer could be read: the contact may exist.</summary>
    OutcomeUnknown,
}
