using System.Text.Json;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Signing;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>What every request passes before its operation: routing, signature, JSON, rate quota, faults; and what every answer waits for.</summary>
internal sealed class ServiceFrontDoor : IHttpHandler
{
    private readonly SandboxOptions _options;
    private readonly TimeProvider _time;
    private readonly OperationTable _operations;
    private readonly RequestAuthenticator _authenticator;
    private readonly SandboxCounters _counters;
    private readonly FaultDraw _draw;
    private readonly AttemptCounter _attempts = new();
    private readonly HttpResponse _landingPage;
    private long _sequence;

    public ServiceFrontDoor(
        SandboxOptions options, TimeProvider time, OperationTable operations, RequestAuthenticator authenticator, SandboxCounters counters)
    {
        _options = options;
        _time = time;
        _operations = operations;
        _authenticator = authenticator;
        _counters = counters;
        _draw = new FaultDraw(options);
        _landingPage = LandingPage.Build(operations);
    }

    public void Reset()
    {
        _attempts.Clear();
        Interlocked.Exchange(ref _sequence, 0);
    }

    public async ValueTask<HttpResponse> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (LandingPage.IsAskedFor(request.Head))
        {
            return _landingPage;
        }

        _counters.CountRequest();
        HttpResponse response = Answer(request);
        if (_options.Latency > TimeSpan.Zero)
        {
            await Task.Delay(_options.Latency, _time, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    public HttpResponse Refuse(int status, string message) => ServiceResponse.Error(new SandboxError(status, "BadRequestException", message));

    public HttpResponse Fail(Exception exception) =>
        ServiceResponse.Error(new SandboxError(500, "InternalFailure", $"The sandbox failed: {exception.Message}"));

    private HttpResponse Answer(HttpRequest request)
    {
        HttpRequestHead head = request.Head;
        OperationMatch match = _operations.Find(head.Method, head.Path);
        if (match.Operation is not { } operation)
        {
            return AnswerUnknown(head, match.AllowedMethods);
        }

        AuthenticationResult caller = _authenticator.Check(request, operation.Service.SigningName);
        if (caller.Error is { } refusal)
        {
            return ServiceResponse.Error(refusal);
        }

        using JsonDocument? body = RequestBody.Parse(request.Body, out string? fault);
        if (body is null)
        {
            return ServiceResponse.Error(SandboxError.Unreadable(fault ?? ""));
        }

        return Call(operation, new OperationCall
        {
            Body = body.RootElement,
            RawBody = request.Body,
            PathValues = match.PathValues!,
            Query = head.Query,
            AccessKeyId = caller.AccessKeyId!,
            ReceivedAt = _time.GetUtcNow(),
        });
    }

    private HttpResponse Call(IOperation operation, OperationCall call)
    {
        RequestTraits traits = operation.Peek(call);

        // Counting attempts remembers every token: only for a hook that wants to know.
        int attempt = _options.FaultHook is null ? 1 : _attempts.Next(traits.ClientToken);
        if (!operation.Quota.TryTake())
        {
            _counters.CountThrottled();
            return ServiceResponse.Error(operation.Service.Throttled);
        }

        SandboxFaultKind? fault = DrawFault(operation, traits, attempt);
        if (fault is { } early && !FaultResponses.IsAfterwards(early) && FaultResponses.Instead(early, operation, _options.RetryAfter) is { } refusal)
        {
            _counters.CountFault();
            return refusal;
        }

        HttpResponse response = operation.Execute(call);
        if (fault is { } late && FaultResponses.IsAfterwards(late) && response.Status == 200)
        {
            _counters.CountFault();
            return FaultResponses.Spoil(late, response);
        }

        return response;
    }

    private SandboxFaultKind? DrawFault(IOperation operation, RequestTraits traits, int attempt)
    {
        long sequence = Interlocked.Increment(ref _sequence);
        SandboxFaultKind? chosen = _options.FaultHook?.Invoke(new SandboxRequestInfo
        {
            Operation = operation.Name,
            SequenceNumber = sequence,
            Destination = traits.Destination,
            ClientToken = traits.ClientToken,
            Attempt = attempt,
        });
        return chosen ?? _draw.At(sequence);
    }

    private static HttpResponse AnswerUnknown(HttpRequestHead head, IReadOnlyList<string> allowedMethods) => allowedMethods.Count == 0
        ? ServiceResponse.Error(new SandboxError(404, "UnknownOperationException", $"The sandbox has no operation at {head.Path}."))
        : ServiceResponse.Error(
            new SandboxError(405, "UnknownOperationException", $"{head.Path} has no operation {head.Method}."),
            new KeyValuePair<string, string>("Allow", string.Join(", ", allowedMethods)));
}
