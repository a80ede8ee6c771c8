using System.Net;
using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>Too many requests a second (HTTP 400: so the service's model has it).</summary>
public class ThrottlingException : AmazonQConnectException
{
    /// <inheritdoc cref="AmazonQConnectException(string)"/>
    public ThrottlingException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception)"/>
    public ThrottlingException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(Exception)"/>
    public ThrottlingException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public ThrottlingException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public ThrottlingException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
