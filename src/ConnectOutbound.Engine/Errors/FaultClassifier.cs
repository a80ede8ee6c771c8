using System.Net.Http.Headers;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace ConnectOutbound.Engine.Errors;

/// <summary>Says what an exception of the client means. The SDK's own ErrorType is Unknown throughout, so code and status decide.</summary>
internal static class FaultClassifier
{
    // Whoever asks for more than this is not believed.
    private static readonly TimeSpan s_longestRetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>Classifies.</summary>
    /// <param name="exception">What the client threw.</param>
    /// <returns>What it means.</returns>
    public static ServiceFault Classify(Exception exception) => exception switch
    {
        RunFaultException stop => new ServiceFault(FaultKind.RunRefused, stop.Fault.ErrorCode ?? stop.Fault.Id, stop.Fault.Message, null, stop.Fault) { WasSent = false },
        AmazonServiceException { StatusCode: not 0 } service and not AmazonUnmarshallingException => OfAnswer(service),
        AmazonServiceException { ErrorCode.Length: > 0 } service and not AmazonUnmarshallingException => OfAnswer(service),
        AmazonUnmarshallingException cut => new ServiceFault(FaultKind.OutcomeUnknown, "UnreadableAnswer", $"The answer could not be read: {Innermost(cut).Message}", cut.RequestId),
        _ => OfConnection(exception),
    };

    private static ServiceFault OfAnswer(AmazonServiceException e) => Meaning(e) with { RetryAfter = RetryAfter(e) };

    // The SDK ignores the header; the answer is kept in the inner exception.
    private static TimeSpan? RetryAfter(AmazonServiceException e)
    {
        string? value = Chain(e).OfType<HttpErrorResponseException>().FirstOrDefault()?.Response?.GetHeaderValue("Retry-After");
        if (!RetryConditionHeaderValue.TryParse(value, out RetryConditionHeaderValue? header))
            return null;
        TimeSpan? wait = header.Delta ?? (header.Date - DateTimeOffset.UtcNow);
        return wait > TimeSpan.Zero ? (wait < s_longestRetryAfter ? wait : s_longestRetryAfter) : null;
    }

    private static ServiceFault Meaning(AmazonServiceException e)
    {
        string code = string.IsNullOrEmpty(e.ErrorCode) ? $"Http{(int)e.StatusCode}" : e.ErrorCode;
        string message = string.IsNullOrWhiteSpace(e.Message) ? $"The service answered {(int)e.StatusCode}." : e.Message;
        return code switch
        {
            "LimitExceededException" or "ServiceQuotaExceededException" => Fault(FaultKind.QuotaFull),
            "ThrottlingException" or "TooManyRequestsException" or "Throttling" or "RequestLimitExceeded" or "SlowDown" => Fault(FaultKind.Throttled),
            "ConflictException" => Fault(FaultKind.Conflict),
            "ResourceNotFoundException" => Fault(FaultKind.ResourceMissing, RunFaults.ResourceNotFound(code, message)),
            "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" => Fault(FaultKind.RunRefused, RunFaults.CredentialsExpired(code, message)),
            "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignatureException"
                or "MissingAuthenticationTokenException" or "MissingAuthenticationToken" or "InvalidAccessKeyId" => Fault(FaultKind.RunRefused, RunFaults.CredentialsRejected(code, message)),
            "AccessDeniedException" or "AccessDenied" or "OptInRequired" => Fault(FaultKind.RunRefused, RunFaults.AccessDenied(code, message)),
            "UnknownOperationException" => Fault(FaultKind.RunRefused, RunFaults.NotConnect(code, message)),
            _ => OfStatus(),
        };

        ServiceFault OfStatus() => (int)e.StatusCode switch
        {
            // Amazon Connect names its errors. What answers without a name is something else: a proxy, a web server.
            (>= 300 and < 400) or (>= 400 and < 500 and not (408 or 429)) when string.IsNullOrEmpty(e.ErrorCode) => Fault(FaultKind.RunRefused, RunFaults.NotConnect(code, message)),
            401 or 403 => Fault(FaultKind.RunRefused, RunFaults.AccessDenied(code, message)),
            404 => Fault(FaultKind.RunRefused, RunFaults.NotConnect(code, message)),
            408 => Fault(FaultKind.OutcomeUnknown),
            409 => Fault(FaultKind.Conflict),
            429 => Fault(FaultKind.Throttled),
            >= 400 and < 500 => Fault(FaultKind.RowRefused),
            >= 500 => Fault(FaultKind.ServerError),
            // 2xx and 3xx that the SDK could not make sense of.
            _ => Fault(FaultKind.OutcomeUnknown),
        };

        ServiceFault Fault(FaultKind kind, RunFault? run = null) => new(kind, code, message, e.RequestId, run);
    }

    private static ServiceFault OfConnection(Exception exception)
    {
        Exception inner = Innermost(exception);
        if ((inner is SocketException socket && IsBeforeConnection(socket.SocketErrorCode)) || Chain(exception).OfType<HttpRequestException>().Any(IsBeforeRequest))
            return new ServiceFault(FaultKind.Unreachable, "EndpointUnreachable", $"No connection to the endpoint: {inner.Message}", null, RunFaults.EndpointUnreachable(inner.Message));
        return Chain(exception).Any(e => e is TimeoutException or OperationCanceledException)
            ? new ServiceFault(FaultKind.OutcomeUnknown, "Timeout", "No answer came in time.")
            : new ServiceFault(FaultKind.OutcomeUnknown, "ConnectionLost", $"The connection was lost before the answer: {inner.Message}");
    }

    private static bool IsBeforeConnection(SocketError error) =>
        error is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.HostUnreachable
            or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable or SocketError.AccessDenied;

    private static bool IsBeforeRequest(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
            yield return e;
    }

    private static Exception Innermost(Exception exception) => Chain(exception).Last();
}
