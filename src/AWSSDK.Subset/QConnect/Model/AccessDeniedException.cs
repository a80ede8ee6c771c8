using System.Net;
using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>The credentials do not allow the operation (HTTP 403).</summary>
public class AccessDeniedException : AmazonQConnectException
{
    /// <inheritdoc cref="AmazonQConnectException(string)"/>
    public AccessDeniedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception)"/>
    public AccessDeniedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(Exception)"/>
    public AccessDeniedException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public AccessDeniedException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public AccessDeniedException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
