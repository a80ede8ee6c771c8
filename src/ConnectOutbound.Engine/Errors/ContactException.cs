namespace ConnectOutbound.Engine.Errors;

/// <summary>A contact could not be asked for, or not be ended.</summary>
public sealed class ContactException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errorId">A stable id, such as <c>ContactNotFound</c>.</param>
    /// <param name="message">What happened.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="errorCode">The service's error code, where it said one.</param>
    /// <param name="innerException">What led to it.</param>
    public ContactException(string errorId, string message, string remedy, string? errorCode = null, Exception? innerException = null) : base(message, innerException)
    {
        ErrorId = errorId;
        Remedy = remedy;
        ErrorCode = errorCode;
    }

    /// <summary>A stable id.</summary>
    public string ErrorId { get; }

    /// <summary>Whether it is about one contact, and says nothing about the next; a missing right or an expired token does.</summary>
    public bool IsOfOneContact => ErrorId is "ContactNotFound" or "ContactRequestInvalid" or "ContactIdInvalid" or "InstanceIdInvalid" or "InstanceIdMissing" or "ContactUnavailable" or "Throttled";

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient => ErrorId is "ContactUnavailable" or "Throttled" or "EndpointUnreachable";

    /// <summary>What to do.</summary>
    public string Remedy { get; }

    /// <summary>The service's error code, where it said one.</summary>
    public string? ErrorCode { get; }
}
