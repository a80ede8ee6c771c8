using System.Net;
using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>Another operation on the contact, or its state, is in the way (HTTP 409).</summary>
public class ConflictException : AmazonConnectException
{
    /// <inheritdoc cref="AmazonConnectException(string)"/>
    public ConflictException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception)"/>
    public ConflictException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(Exception)"/>
    public ConflictException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public ConflictException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public ConflictException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
