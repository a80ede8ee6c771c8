using System.Globalization;
using System.Text;
using ConnectOutbound.Sandbox.Http;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>What an injected fault answers.</summary>
internal static class FaultResponses
{
    private static readonly byte[] s_unavailablePage = Encoding.ASCII.GetBytes(
        "<html>\r\n<head><title>503 Service Unavailable</title></head>\r\n<body><h1>503 Service Unavailable</h1></body>\r\n</html>\r\n");

    private static readonly byte[] s_noJson = Encoding.ASCII.GetBytes("<html><body>This is not the answer of a service.</body></html>");

    /// <summary>Whether the fault spoils the answer of a request that was carried out.</summary>
    public static bool IsAfterwards(SandboxFaultKind kind) => kind is SandboxFaultKind.CutAfter or SandboxFaultKind.CutAfterStatusLine
        or SandboxFaultKind.TruncatedJson or SandboxFaultKind.InvalidJson or SandboxFaultKind.Hang;

    /// <summary>The answer to a request that is not carried out; null where the operation has no such error.</summary>
    public static HttpResponse? Instead(SandboxFaultKind kind, IOperation operation, TimeSpan retryAfter) => kind switch
    {
        SandboxFaultKind.LimitExceeded or SandboxFaultKind.Conflict when !operation.Service.Changes => null,
        SandboxFaultKind.Throttle => ServiceResponse.Error(operation.Service.Throttled),
        SandboxFaultKind.RetryAfter => ServiceResponse.Error(
            operation.Service.Throttled, new KeyValuePair<string, string>("Retry-After", retryAfter.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture))),
        SandboxFaultKind.LimitExceeded => ServiceResponse.Error(SandboxError.ChatsFull),
        SandboxFaultKind.InternalError => ServiceResponse.Error(new(500, "InternalServiceException", "Injected fault: the request processing has failed.")),
        SandboxFaultKind.UnavailableHtml => new HttpResponse { Status = 503, ContentType = "text/html", Body = s_unavailablePage },
        SandboxFaultKind.Conflict => ServiceResponse.Error(new(409, "ConflictException", "Injected fault: a conflicting operation is in progress.")),
        SandboxFaultKind.InvalidRequest => ServiceResponse.Error(operation.Service.Invalid("Injected fault: the request is not valid.")),
        SandboxFaultKind.AccessDenied => ServiceResponse.Error(new(
            403, "AccessDeniedException", $"Injected fault: the caller is not authorized to perform {operation.Service.SigningName}:{operation.Name}.")),
        SandboxFaultKind.ExpiredToken => ServiceResponse.Error(new(
            403, "ExpiredTokenException", "The security token included in the request is expired")),
        SandboxFaultKind.NotFound => ServiceResponse.Error(SandboxError.NotFound("Injected fault: the resource was not found.")),
        SandboxFaultKind.CutBefore => Cut,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a fault that prevents a request."),
    };

    /// <summary>What becomes of the answer to a request that was carried out.</summary>
    public static HttpResponse Spoil(SandboxFaultKind kind, HttpResponse response) => kind switch
    {
        SandboxFaultKind.CutAfter => Cut,
        SandboxFaultKind.CutAfterStatusLine => response with { Delivery = AnswerDelivery.StatusLine },
        SandboxFaultKind.TruncatedJson => response with { Delivery = AnswerDelivery.HalfBody },
        SandboxFaultKind.InvalidJson => response with { Body = s_noJson },
        SandboxFaultKind.Hang => response with { Delivery = AnswerDelivery.Never },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a fault that spoils an answer."),
    };

    private static HttpResponse Cut { get; } = new() { Status = 0, ContentType = "", Delivery = AnswerDelivery.Reset };
}
