namespace ConnectOutbound.Engine.Errors;

/// <summary>Message templates could not be read.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="errorId">A stable id, such as <c>TemplateNotFound</c>.</param>
    /// <param name="message">What happened.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="errorCode">The service's error code, where it said one.</param>
    /// <param name="innerException">What led to it.</param>
    public TemplateException(string errorId, string message, string remedy, string? errorCode = null, Exception? innerException = null) : base(message, innerException)
    {
        ErrorId = errorId;
        Remedy = remedy;
        ErrorCode = errorCode;
    }

    /// <summary>A stable id.</summary>
    public string ErrorId { get; }

    /// <summary>Whether it is about one template or knowledge base, and says nothing about the next; a missing right or an expired token does.</summary>
    public bool IsOfOneTemplate => ErrorId is "TemplateNotFound" or "TemplateRequestInvalid" or "KnowledgeBaseNotFound";

    /// <summary>What to do.</summary>
    public string Remedy { get; }

    /// <summary>The service's error code, where it said one.</summary>
    public string? ErrorCode { get; }
}
