using System.Net;
using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>A quota of the instance is used up, such as its concurrent active chats, L-D4BA6F6E (HTTP 429).</summary>
public class LimitExceededException : AmazonConnectException
{
    /// <inheritdoc cref="AmazonConnectException(string)"/>
    public LimitExceededException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception)"/>
    public LimitExceededException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(Exception)"/>
    public LimitExceededException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public LimitExceededException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public LimitExceededException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
