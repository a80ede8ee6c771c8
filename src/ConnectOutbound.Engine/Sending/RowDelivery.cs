using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Sending;

/// <summary>The story of one row's requests, from which its outcome follows.</summary>
/// <param name="row">A valid row.</param>
/// <param name="isInDoubt">Whether a request of an earlier run may have started the contact.</param>
/// <param name="time">The clock.</param>
internal sealed class RowDelivery(CheckedRow row, bool isInDoubt, TimeProvider time)
{
    private int _count;
    private bool _isOut;
    private ServiceFault? _last;
    private DateTimeOffset? _startedAt;
    private long _beganAt;
    private long? _throttledSince;

    /// <summary>The row.</summary>
    public CheckedRow Row => row;

    /// <summary>Requests that failed and count against the limit of attempts.</summary>
    public int Failures { get; private set; }

    /// <summary>Requests that the service answered with a conflict.</summary>
    public int Conflicts { get; private set; }

    /// <summary>Whether the journal knows that the row is about to be sent.</summary>
    public bool IsJournaled { get; set; }

    /// <summary>Whether the contact may exist already.</summary>
    public bool MayHaveStarted { get; private set; } = isInDoubt;

    /// <summary>The error that came back last.</summary>
    public ServiceFault LastFault => _last ?? throw new InvalidOperationException("No request has failed.");

    /// <summary>For how long every answer was a throttling; null if the last one was not.</summary>
    public TimeSpan? ThrottledFor => _throttledSince is long since ? time.GetElapsedTime(since) : null;

    /// <summary>Reports that a request leaves.</summary>
    public void Begin()
    {
        _count++;
        _isOut = true;
        if (_startedAt is not null)
            return;
        _startedAt = time.GetUtcNow();
        _beganAt = time.GetTimestamp();
    }

    /// <summary>Reports what came back instead of a contact.</summary>
    /// <param name="fault">The error.</param>
    public void Fail(ServiceFault fault)
    {
        _isOut = false;
        _last = fault;
        if (!fault.WasSent && --_count == 0)
            _startedAt = null;
        MayHaveStarted |= fault.MayHaveStarted;
        _throttledSince = fault.Kind == FaultKind.Throttled ? _throttledSince ?? time.GetTimestamp() : null;
        if (fault.Kind == FaultKind.Conflict)
            Conflicts++;
        if (fault.Kind is FaultKind.ServerError or FaultKind.OutcomeUnknown or FaultKind.Unreachable)
            Failures++;
    }

    /// <summary>Reports that another process sends to the same contact.</summary>
    public void Doubt() => MayHaveStarted = true;

    /// <summary>Returns the outcome of a contact that was started.</summary>
    /// <param name="answer">The service's answer.</param>
    public SendOutcome Started(StartedContact answer) =>
        Outcome(OutboundStatus.Started, null) with { ContactId = answer.ContactId, RequestId = answer.RequestId, ErrorCode = null };

    /// <summary>Returns the outcome of a row that was skipped at the last moment.</summary>
    /// <param name="decision">Why.</param>
    public SendOutcome Skipped(RowDecision decision) => decision.Entry is { } entry
        ? new SendOutcome
        {
            Status = decision.Status,
            Reason = decision.Reason,
            ErrorCode = decision.Code,
            ContactId = entry.ContactId,
            RequestId = entry.RequestId,
            TokenSince = entry.FirstSentAt,
        }
        : Outcome(decision.Status, decision.Reason) with { ErrorCode = decision.Code };

    /// <summary>Returns the outcome of a row that the service refused. If an earlier request had no answer, its contact may exist.</summary>
    public SendOutcome Refused() => MayHaveStarted
        ? Outcome(OutboundStatus.Unknown, $"{DisplayText.Clause(_last!.Message)} An attempt before had no readable answer, so the contact may exist.")
        : Outcome(OutboundStatus.Failed, _last!.Message);

    /// <summary>Returns the outcome of a row whose attempts are used up.</summary>
    public SendOutcome GivenUp() => MayHaveStarted
        ? Outcome(
            OutboundStatus.Unknown,
            $"{DisplayText.Clause(_last!.Message)} {_count} {(_count == 1 ? "attempt" : "attempts")} did not settle it: the contact may exist.")
        : Outcome(OutboundStatus.Failed, _last!.Message);

    /// <summary>Returns the outcome of a row that was under way when the run stopped.</summary>
    /// <param name="run">The run.</param>
    public SendOutcome Stopped(RunState run) => MayHaveStarted
        ? Outcome(
            OutboundStatus.Unknown,
            $"The run stopped before the outcome was known: {DisplayText.Clause(_last?.Message ?? "an earlier attempt had no readable answer")}")
        : Outcome(OutboundStatus.NotSent, run.StoppedReason) with { ErrorCode = run.StoppedCode };

    /// <summary>Returns the outcome of a row that met a defect of the module.</summary>
    /// <param name="error">What was thrown.</param>
    public SendOutcome Broken(Exception error) =>
        Outcome(MayHaveStarted || _isOut ? OutboundStatus.Unknown : OutboundStatus.Invalid, Defect.Describe(error)) with { ErrorCode = ErrorIds.InternalError };

    private SendOutcome Outcome(OutboundStatus status, string? reason) => new()
    {
        Status = status,
        Reason = reason,
        ErrorCode = _last?.Code,
        Attempts = _count,
        RequestId = _last?.RequestId,
        TokenSince = MayHaveStarted || _startedAt is not null ? row.TokenSince ?? _startedAt : null,
        StartedAt = _startedAt,
        Duration = _startedAt is null ? null : time.GetElapsedTime(_beganAt),
    };
}
