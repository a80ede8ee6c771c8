using System.Net;
using Amazon.Runtime;

namespace Amazon.RestJson;

/// <summary>Makes the exception that stands for one kind of service error.</summary>
internal delegate AmazonServiceException ServiceErrorFactory(
    string message, Exception innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode);
