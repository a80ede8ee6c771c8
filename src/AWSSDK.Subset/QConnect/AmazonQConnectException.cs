using System.Net;
using Amazon.Runtime;

namespace Amazon.QConnect;

/// <summary>An error that Amazon Q in Connect answered; the base of the typed ones in <see cref="Amazon.QConnect.Model"/>.</summary>
public class AmazonQConnectException : AmazonServiceException
{
    /// <summary>Makes the exception with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public AmazonQConnectException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public AmazonQConnectException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception with its cause, whose message it takes.</summary>
    /// <param name="innerException">The cause.</param>
    public AmazonQConnectException(Exception innerException)
        : base(innerException?.Message, innerException)
    {
    }

    /// <summary>Makes the exception from an answer.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="errorType">Whose fault it is; <see cref="ErrorType.Unknown"/> for all answers of this service.</param>
    /// <param name="errorCode">The service's error code, or null when the answer had none.</param>
    /// <param name="requestId">The request's id at the service, or null when the answer had none.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public AmazonQConnectException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Makes the exception from an answer and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="errorType">Whose fault it is; <see cref="ErrorType.Unknown"/> for all answers of this service.</param>
    /// <param name="errorCode">The service's error code, or null when the answer had none.</param>
    /// <param name="requestId">The request's id at the service, or null when the answer had none.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public AmazonQConnectException(
        string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
