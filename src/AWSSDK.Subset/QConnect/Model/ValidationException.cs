using System.Net;
using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>The request breaks a constraint (HTTP 400).</summary>
public class ValidationException : AmazonQConnectException
{
    /// <inheritdoc cref="AmazonQConnectException(string)"/>
    public ValidationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception)"/>
    public ValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(Exception)"/>
    public ValidationException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public ValidationException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public ValidationException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
