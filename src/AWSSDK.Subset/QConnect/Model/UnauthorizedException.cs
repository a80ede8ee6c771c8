using System.Net;
using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>The caller is not authorized (HTTP 401).</summary>
public class UnauthorizedException : AmazonQConnectException
{
    /// <inheritdoc cref="AmazonQConnectException(string)"/>
    public UnauthorizedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception)"/>
    public UnauthorizedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(Exception)"/>
    public UnauthorizedException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public UnauthorizedException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonQConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public UnauthorizedException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
