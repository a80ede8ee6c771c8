using System.Net.Http.Headers;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace ConnectOutbound.Engine.Errors;

/// <summary>Classifies what a client threw. The SDK's own ErrorType is Unknown throughout, so code and status decide.</summary>
internal static class FaultClassifier
{
    /// <summary>The most characters of a message that are kept: answers come from anyone, and messages go into results and journals.</summary>
    public const int MaxMessage = 1024;

    private const int MaxCode = 128;

    // Longer Retry-After values are capped.
    private static readonly TimeSpan s_longestRetryAfter = TimeSpan.FromMinutes(5);

    /// <summary>Classifies an exception.</summary>
    /// <param name="exception">What the client threw.</param>
    /// <returns>What it means.</returns>
    public static ServiceFault Classify(Exception exception) => exception switch
    {
        OutboundException { Kind: FaultKind kind } known => new ServiceFault(kind, known.Code ?? known.Id, Cut(known.Message, MaxMessage)) { WasSent = false },
        AmazonServiceException service when StatusOf(service) is >= 300 and < 400 => OfAnswer(service),
        AmazonUnmarshallingException cut =>
            Fault(FaultKind.OutcomeUnknown, ErrorIds.UnreadableAnswer, $"The answer could not be read: {Innermost(cut).Message}", cut.RequestId),
        AmazonServiceException service when StatusOf(service) != 0 || !string.IsNullOrEmpty(service.ErrorCode) => OfAnswer(service),
        _ => OfConnection(exception),
    };

    private static ServiceFault OfAnswer(AmazonServiceException e)
    {
        int status = StatusOf(e);
        string code = string.IsNullOrEmpty(e.ErrorCode) ? $"Http{status}" : e.ErrorCode;
        string message = string.IsNullOrWhiteSpace(e.Message) ? $"The service answered {status}." : e.Message;
        // A redirect is never an answer of the service, whatever it says: also where the SDK could not read its body.
        FaultKind kind = status is >= 300 and < 400 ? FaultKind.NotConnect : KindOf(code) ?? KindOf(status, isNamed: !string.IsNullOrEmpty(e.ErrorCode));
        return Fault(kind, code, message, e.RequestId) with { RetryAfter = RetryAfter(e), IsNamed = !string.IsNullOrEmpty(e.ErrorCode) };
    }

    private static FaultKind? KindOf(string code) => code switch
    {
        "LimitExceededException" or "ServiceQuotaExceededException" => FaultKind.QuotaFull,
        "ThrottlingException" or "TooManyRequestsException" or "Throttling" or "RequestLimitExceeded" or "SlowDown" => FaultKind.Throttled,
        "ConflictException" => FaultKind.Conflict,
        "ResourceNotFoundException" => FaultKind.ResourceMissing,
        "ContactNotFoundException" => FaultKind.ContactMissing,
        "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" => FaultKind.CredentialsExpired,
        "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignatureException"
            or "MissingAuthenticationTokenException" or "MissingAuthenticationToken" or "InvalidAccessKeyId" => FaultKind.CredentialsRejected,
        "AccessDeniedException" or "AccessDenied" or "OptInRequired" => FaultKind.AccessDenied,
        "UnknownOperationException" => FaultKind.NotConnect,
        _ => null,
    };

    private static FaultKind KindOf(int status, bool isNamed) => status switch
    {
        // Amazon Connect names its errors. What answers without a name is something else: a proxy, a web server.
        >= 400 and < 500 and not (408 or 429) when !isNamed => FaultKind.NotConnect,
        401 or 403 => FaultKind.AccessDenied,
        404 => FaultKind.NotConnect,
        408 => FaultKind.OutcomeUnknown,
        409 => FaultKind.Conflict,
        429 => FaultKind.Throttled,
        >= 400 and < 500 => FaultKind.RowRefused,
        >= 500 => FaultKind.ServerError,
        // 2xx that the SDK could not make sense of.
        _ => FaultKind.OutcomeUnknown,
    };

    private static ServiceFault OfConnection(Exception exception)
    {
        Exception inner = Innermost(exception);
        bool refused = inner is SocketException socket && IsBeforeConnection(socket.SocketErrorCode);
        if (refused || Chain(exception).OfType<HttpRequestException>().Any(IsBeforeRequest))
            return Fault(FaultKind.Unreachable, ErrorIds.EndpointUnreachable, $"No connection to the endpoint: {inner.Message}");
        return Chain(exception).Any(e => e is TimeoutException or OperationCanceledException)
            ? Fault(FaultKind.OutcomeUnknown, ErrorIds.Timeout, "No answer came in time.")
            : Fault(FaultKind.OutcomeUnknown, ErrorIds.ConnectionLost, $"The connection was lost before the answer: {inner.Message}");
    }

    private static ServiceFault Fault(FaultKind kind, string code, string message, string? requestId = null) =>
        new(kind, Cut(code, MaxCode), Cut(message, MaxMessage), requestId is null ? null : Cut(requestId, MaxCode));

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        // Half a character cannot be written into a file.
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    // An exception of reading has no status of its own; the answer itself is kept in the inner exception.
    private static int StatusOf(AmazonServiceException e) => e.StatusCode != 0 ? (int)e.StatusCode : (int)(Answer(e)?.StatusCode ?? 0);

    // The SDK ignores the header.
    private static TimeSpan? RetryAfter(AmazonServiceException e)
    {
        if (!RetryConditionHeaderValue.TryParse(Answer(e)?.GetHeaderValue("Retry-After"), out RetryConditionHeaderValue? header))
            return null;
        TimeSpan? wait = header.Delta ?? (header.Date - DateTimeOffset.UtcNow);
        return wait > TimeSpan.Zero ? (wait < s_longestRetryAfter ? wait : s_longestRetryAfter) : null;
    }

    private static IWebResponseData? Answer(Exception e) => Chain(e).OfType<HttpErrorResponseException>().FirstOrDefault()?.Response;

    private static bool IsBeforeConnection(SocketError error) =>
        error is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.HostUnreachable
            or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable or SocketError.AccessDenied;

    private static bool IsBeforeRequest(HttpRequestException e) =>
        e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
            yield return e;
    }

    private static Exception Innermost(Exception exception) => Chain(exception).Last();
}
