namespace ConnectOutbound.Engine.Errors;

/// <summary>Instances, numbers or flows could not be read, or a name stands for none or for several.</summary>
public sealed class ResourceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errorId">A stable id, such as <c>InstanceNotFound</c>.</param>
    /// <param name="message">What happened.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="errorCode">The service's error code, where it said one.</param>
    /// <param name="innerException">What led to it.</param>
    public ResourceException(string errorId, string message, string remedy, string? errorCode = null, Exception? innerException = null) : base(message, innerException)
    {
        ErrorId = errorId;
        Remedy = remedy;
        ErrorCode = errorCode;
    }

    /// <summary>A stable id.</summary>
    public string ErrorId { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }

    /// <summary>The service's error code, where it said one.</summary>
    public string? ErrorCode { get; }

    /// <summary>Whether it is about one instance, number or flow, and says nothing about the next; a missing right or an expired token does.</summary>
    public bool IsOfOneResource => ErrorId is "InstanceNotFound" or "InstanceAmbiguous" or "FlowNotFound" or "FlowAmbiguous" or "PhoneNumberNotFound" or "PhoneNumberAmbiguous";
}
