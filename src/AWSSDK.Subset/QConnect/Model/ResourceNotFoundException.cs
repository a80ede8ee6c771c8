using System.Net;
using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>The knowledge base or the message template does not exist (HTTP 404).</summary>
public class ResourceNotFoundException : AmazonQConnectException
{
    /// <inheritdoc cref="AmazonQConnectException(string)"/>
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception)"/>
    public ResourceNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(Exception)"/>
    public ResourceNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public ResourceNotFoundException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public ResourceNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
