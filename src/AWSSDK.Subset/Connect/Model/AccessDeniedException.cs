using System.Net;
using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The credentials do not allow the operation (HTTP 403).</summary>
public class AccessDeniedException : AmazonConnectException
{
    /// <inheritdoc cref="AmazonConnectException(string)"/>
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception)"/>
    public AccessDeniedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(Exception)"/>
    public AccessDeniedException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public AccessDeniedException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public AccessDeniedException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
