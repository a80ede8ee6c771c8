using System.Net;
using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The contact is active in another Region of its traffic distribution group (HTTP 400).</summary>
public class InvalidActiveRegionException : AmazonConnectException
{
    /// <inheritdoc cref="AmazonConnectException(string)"/>
    public InvalidActiveRegionException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception)"/>
    public InvalidActiveRegionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(Exception)"/>
    public InvalidActiveRegionException(Exception innerException)
        : base(innerException)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, ErrorType, string, string, HttpStatusCode)"/>
    public InvalidActiveRegionException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc cref="AmazonConnectException(string, Exception, ErrorType, string, string, HttpStatusCode)"/>
    public InvalidActiveRegionException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
