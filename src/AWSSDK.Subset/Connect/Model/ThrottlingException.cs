using System.Net;
using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The rate of requests of the account in the Region is exceeded, for StartOutboundChatContact L-408DD6C6 (HTTP 429).</summary>
public class ThrottlingException : AmazonConnectException
{
    /// <inheritdoc cref="AmazonConnectException(string)"/>
    public ThrottlingException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception)"/>
    public ThrottlingException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(Exception)"/>
    public ThrottlingException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public ThrottlingException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public ThrottlingException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
