using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Sending;

/// <summary>The story of one row's requests, from which its outcome follows.</summary>
/// <param name="row">The row.</param>
/// <param name="inDoubt">Whether an attempt of an earlier run may have started the contact.</param>
/// <param name="time">The clock.</param>
internal sealed class RowDelivery(CheckedRow row, bool inDoubt, TimeProvider time)
{
    private int _count;
    private bool _mayHaveStarted = inDoubt;
    private ServiceFault? _last;
    private DateTimeOffset? _startedAt;
    private long _beganAt;
    private long? _throttledSince;

    public CheckedRow Row => row;

    /// <summary>Attempts that count against the limit.</summary>
    public int Failures { get; private set; }

    public int Conflicts { get; private set; }

    /// <summary>Whether the journal knows that the row is about to be sent.</summary>
    public bool IsJournaled { get; set; }

    /// <summary>Whether the contact may exist already: what began is settled then, whatever the hour.</summary>
    public bool MayHaveStarted => _mayHaveStarted;

    /// <summary>Since when nothing but throttling came back.</summary>
    public TimeSpan? ThrottledFor => _throttledSince is long since ? time.GetElapsedTime(since) : null;

    public void Begin()
    {
        _count++;
        if (_startedAt is not null)
            return;
        _startedAt = time.GetUtcNow();
        _beganAt = time.GetTimestamp();
    }

    public void Failed(ServiceFault fault)
    {
        _last = fault;
        if (!fault.WasSent && --_count == 0)
            _startedAt = null;
        _mayHaveStarted |= fault.MayHaveStarted;
        _throttledSince = fault.Kind == FaultKind.Throttled ? _throttledSince ?? time.GetTimestamp() : null;
        if (fault.Kind == FaultKind.Conflict)
            Conflicts++;
        if (fault.Kind is FaultKind.ServerError or FaultKind.OutcomeUnknown or FaultKind.Unreachable)
            Failures++;
    }

    public SendOutcome Started(StartedContact answer) => Outcome(OutboundStatus.Started, null) with { ContactId = answer.ContactId, RequestId = answer.RequestId, ErrorCode = null };

    /// <summary>Another process sends to the same contact: whatever happens here, it is not said that there is none.</summary>
    public void Doubt() => _mayHaveStarted = true;

    /// <summary>Another process has started the contact meanwhile: nothing is sent.</summary>
    public static SendOutcome Held(Recollection known) => new() { Status = known.Held!.Value, Reason = known.Reason, ContactId = known.Entry?.ContactId, RequestId = known.Entry?.RequestId };

    /// <summary>A gate closed before the request left.</summary>
    public SendOutcome Held(GateDecision decision) => Outcome(decision.Status, decision.Reason) with { ErrorCode = decision.Code };

    /// <summary>The service said no. Where an earlier attempt had no answer, its contact may exist all the same.</summary>
    public SendOutcome Refused() => _mayHaveStarted
        ? Outcome(OutboundStatus.Unknown, $"{DisplayText.Clause(_last!.Message)} An attempt before had no readable answer, so the contact may exist.")
        : Outcome(OutboundStatus.Failed, _last!.Message);

    /// <summary>The attempts are used up.</summary>
    public SendOutcome GivenUp() => _mayHaveStarted
        ? Outcome(OutboundStatus.Unknown, $"{DisplayText.Clause(_last!.Message)} {_count} {(_count == 1 ? "attempt" : "attempts")} did not settle it: the contact may exist.")
        : Outcome(OutboundStatus.Failed, _last!.Message);

    /// <summary>The run stopped before the outcome was settled.</summary>
    public SendOutcome Stopped(OutboundException? fault) => _mayHaveStarted
        ? Outcome(OutboundStatus.Unknown, $"The run stopped before the outcome was known: {DisplayText.Clause(_last?.Message ?? "an earlier attempt had no readable answer")}")
        : Outcome(OutboundStatus.NotSent, StoppedReason(fault)) with { ErrorCode = StoppedCode(fault) };

    /// <summary>Why a row was not sent. Short: the fault itself is told once, and there may be many rows.</summary>
    public static string StoppedReason(OutboundException? fault) => fault is null ? "The run was stopped before this row." : $"The run stopped ({fault.Id}) before this row.";

    /// <summary>The error code of a row that was not sent.</summary>
    public static string StoppedCode(OutboundException? fault) => fault?.Code ?? fault?.Id ?? ErrorIds.Stopped;

    private SendOutcome Outcome(OutboundStatus status, string? reason) => new()
    {
        Status = status,
        Reason = reason,
        ErrorCode = _last?.Code,
        Attempts = _count,
        RequestId = _last?.RequestId,
        StartedAt = _startedAt,
        Duration = _startedAt is null ? null : time.GetElapsedTime(_beganAt),
    };
}
