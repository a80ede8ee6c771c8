using System.Net;
using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The instance, the flow or the phone number does not exist (HTTP 404).</summary>
public class ResourceNotFoundException : AmazonConnectException
{
    /// <inheritdoc cref="AmazonConnectException(string)"/>
    public ResourceNotFoundException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception)"/>
    public ResourceNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(Exception)"/>
    public ResourceNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public ResourceNotFoundException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public ResourceNotFoundException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
