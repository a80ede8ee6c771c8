using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Sending;

/// <summary>Sends one request until its outcome is settled: paced, repeated with the same token, stopped with the run.</summary>
internal sealed class ContactSender
{
    // So that a clock that was set, or a computer that slept, is noticed.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    private readonly IContactClient _client;
    private readonly RunHistory? _memory;
    private readonly RunPace _pace;
    private readonly ChatQuotaBackoff _quota;
    private readonly RowGates _gates;
    private readonly RetryPolicy _policy;
    private readonly RunState _run;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private int _waiting;

    public ContactSender(IContactClient client, RunHistory? memory, RunPace pace, ChatQuotaBackoff quota, RowGates gates, RetryPolicy policy, RunState run, TimeProvider time, Random random)
    {
        _client = client;
        _memory = memory;
        _pace = pace;
        _quota = quota;
        _gates = gates;
        _policy = policy;
        _run = run;
        _time = time;
        _random = random;
    }

    /// <summary>How many requests wait for the end of quiet hours.</summary>
    public int WaitingForQuietHours => Volatile.Read(ref _waiting);

    /// <summary>Sends.</summary>
    /// <param name="row">A valid row.</param>
    /// <param name="inDoubt">Whether an attempt of an earlier run may have started the contact.</param>
    /// <returns>The outcome; never throws for what the service or the network do.</returns>
    public Task<SendOutcome> SendAsync(CheckedRow row, bool inDoubt)
    {
        var attempt = new RowDelivery(row, inDoubt, _time);
        return _memory is null ? SendAsync(attempt) : SendAsync(attempt, _memory);
    }

    private async Task<SendOutcome> SendAsync(RowDelivery attempt, RunHistory memory)
    {
        SendOutcome outcome = await SendAsync(attempt).ConfigureAwait(false);
        try
        {
            await memory.EndAsync(attempt.Row, outcome, attempt.IsJournaled).ConfigureAwait(false);
        }
        catch (JournalException e)
        {
            // The outcome is known all the same and is told; the run stops, for the journal no longer protects it.
            _run.Stop(RunFaults.Journal(e));
        }

        return outcome;
    }

    private async Task<SendOutcome> SendAsync(RowDelivery attempt)
    {
        while (true)
        {
            bool tried;
            try
            {
                if (Quiet(attempt) is not null && await WaitOutQuietHoursAsync(attempt).ConfigureAwait(false) is SendOutcome held)
                    return held;
                tried = await _quota.WaitAsync(_run.Stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return attempt.Stopped(_run.Fault);
            }

            SendOutcome? settled;
            try
            {
                settled = await TryOnceAsync(attempt, tried).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_run.Stopping.IsCancellationRequested)
            {
                return attempt.Stopped(_run.Fault);
            }

            if (settled is not null)
                return settled;
        }
    }

    // One request and what follows from its answer; null where it is to be sent again.
    private async Task<SendOutcome?> TryOnceAsync(RowDelivery attempt, bool tried)
    {
        bool quotaAnswered = false, acquired = false;
        PacerLease pace = _pace.For(attempt.Row);
        ServiceFault fault;
        try
        {
            await pace.AcquireAsync(_run.Stopping).ConfigureAwait(false);
            acquired = true;
            if (Quiet(attempt) is GateDecision quiet)
                return quiet.Status == OutboundStatus.Planned ? null : attempt.Held(quiet);
            if (_memory is not null && !attempt.IsJournaled)
            {
                (Recollection known, bool inDoubt) = await _memory.BeginAsync(attempt.Row).ConfigureAwait(false);
                if (known.Held is not null)
                    return RowDelivery.Held(known);
                attempt.IsJournaled = true;
                if (inDoubt)
                    attempt.Doubt();
            }

            _run.Stopping.ThrowIfCancellationRequested();
            attempt.Begin();
            try
            {
                StartedContact answer = await _client.StartAsync(attempt.Row.Request!, _run.Aborting).ConfigureAwait(false);
                acquired = Release(pace, null);
                if (!string.IsNullOrEmpty(answer.ContactId))
                {
                    _quota.Open(tried);
                    quotaAnswered = true;
                    return attempt.Started(answer);
                }

                fault = new ServiceFault(FaultKind.OutcomeUnknown, "UnreadableAnswer", "The answer had no valid ContactId.", answer.RequestId);
            }
#pragma warning disable CA1031 // Whatever the client throws is an outcome of this row and ends no other.
            catch (Exception e)
#pragma warning restore CA1031
            {
                fault = FaultClassifier.Classify(e);
                acquired = Release(pace, fault);
            }

            if (fault.Kind == FaultKind.QuotaFull)
            {
                _quota.Full(tried);
                quotaAnswered = true;
            }
        }
        catch (JournalException e)
        {
            return StopRun(attempt, RunFaults.Journal(e));
        }
        finally
        {
            if (acquired)
                Release(pace, null);
            if (!quotaAnswered)
                _quota.Leave(tried);
        }

        attempt.Failed(fault);
        return await SettleAsync(attempt, fault).ConfigureAwait(false);
    }

    // A row may have stood in line for a while; what may exist already is settled all the same.
    private GateDecision? Quiet(RowDelivery attempt) => attempt.MayHaveStarted ? null : _gates.QuietNow(attempt.Row);

    private async Task<SendOutcome?> WaitOutQuietHoursAsync(RowDelivery attempt)
    {
        while (Quiet(attempt) is GateDecision quiet)
        {
            if (quiet.Status != OutboundStatus.Planned)
                return attempt.Held(quiet);
            TimeSpan left = quiet.Until!.Value - _time.GetUtcNow();
            Interlocked.Increment(ref _waiting);
            try
            {
                await Task.Delay(TimerWait.Of(left < s_longestWait ? left : s_longestWait), _time, _run.Stopping).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }

        return null;
    }

    private async Task<SendOutcome?> SettleAsync(RowDelivery attempt, ServiceFault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.RowRefused:
            case FaultKind.ResourceMissing when attempt.Row.BringsOwnResource:
            case FaultKind.Conflict when attempt.Conflicts > 1:
                return attempt.Refused();
            case FaultKind.RunRefused or FaultKind.ResourceMissing:
                return StopRun(attempt, fault.Run!);
            case FaultKind.QuotaFull:
                return _quota.ClosedFor is TimeSpan closed && closed > _policy.QuotaWait ? StopRun(attempt, RunFaults.QuotaFull(fault.Message, closed, _policy.QuotaWait)) : null;
            case FaultKind.Throttled:
                return attempt.ThrottledFor is TimeSpan throttled && throttled > _policy.ThrottleWait ? StopRun(attempt, RunFaults.StillThrottled(fault.Message, throttled)) : null;
            case FaultKind.Unreachable when attempt.Failures >= _policy.MaxAttempts:
                return StopRun(attempt, fault.Run!);
            default:
                if (attempt.Failures >= _policy.MaxAttempts || _run.Aborting.IsCancellationRequested)
                    return attempt.GivenUp();
                await Task.Delay(TimerWait.Of(_policy.Delay(Math.Max(1, attempt.Failures), _random)), _time, _run.Stopping).ConfigureAwait(false);
                return null;
        }
    }

    private static bool Release(PacerLease pace, ServiceFault? fault)
    {
        pace.Answered(fault?.Kind == FaultKind.Throttled, fault?.RetryAfter);
        return false;
    }

    private SendOutcome StopRun(RowDelivery attempt, RunFault fault)
    {
        _run.Stop(fault);
        return attempt.Stopped(fault);
    }
}
