namespace ConnectOutbound;

/// <summary>A fault that the sandbox injects when told to.</summary>
public enum SandboxFaultKind
{
    /// <summary>429 ThrottlingException; nothing is created.</summary>
    Throttle,

    /// <summary>429 LimitExceededException: the quota of concurrent chats; nothing is created.</summary>
    LimitExceeded,

    /// <summary>500 InternalServiceException; nothing is created.</summary>
    InternalError,

    /// <summary>503 with a page of HTML, as a proxy answers; nothing is created.</summary>
    UnavailableHtml,

    /// <summary>409 ConflictException; nothing is created.</summary>
    Conflict,

    /// <summary>400 InvalidRequestException; nothing is created.</summary>
    InvalidRequest,

    /// <summary>403 AccessDeniedException; nothing is created.</summary>
    AccessDenied,

    /// <summary>403 ExpiredTokenException; nothing is created.</summary>
    ExpiredToken,

    /// <summary>404 ResourceNotFoundException; nothing is created.</summary>
    NotFound,

    /// <summary>The connection is cut before the contact is created.</summary>
    CutBefore,

    /// <summary>The contact is created, then the connection is cut before the answer.</summary>
    CutAfter,

    /// <summary>The contact is created and the answer ends in the middle of its JSON.</summary>
    TruncatedJson,

    /// <summary>The contact is created and the answer is no JSON.</summary>
    InvalidJson,

    /// <summary>The contact is created and no answer comes until the sandbox stops or the client gives up.</summary>
    Hang,

    /// <summary>The contact is created, and the connection is cut when no more than the status line 200 of the answer was sent.</summary>
    CutAfterStatusLine,

    /// <summary>429 ThrottlingException with a Retry-After header; nothing is created.</summary>
    RetryAfter,
}
