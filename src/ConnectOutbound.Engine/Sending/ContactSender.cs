using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Sending;

/// <summary>Sends one row until its outcome is settled: paced, journaled, repeated with the same token, stopped with the run.</summary>
/// <param name="client">The client.</param>
/// <param name="journal">Where it is written down; null for a run without a name.</param>
/// <param name="decideAgain">Decides about a row that stood in line or waited, given whether its contact may exist.</param>
/// <param name="pace">The rate.</param>
/// <param name="quota">Waits while the quota of concurrent chats is full.</param>
/// <param name="policy">How often and how soon a request is repeated.</param>
/// <param name="run">Whether the run goes on.</param>
/// <param name="time">The clock.</param>
/// <param name="random">The source of chance for pauses.</param>
internal sealed class ContactSender(
    IContactClient client,
    IDeliveryJournal? journal,
    Func<CheckedRow, bool, RowDecision> decideAgain,
    RunPace pace,
    ChatQuotaBackoff quota,
    RetryPolicy policy,
    RunState run,
    TimeProvider time,
    Random random)
{
    // So that a clock that was set, or a computer that slept, is noticed.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(1);

    private int _waiting;

    /// <summary>How many rows wait for the end of quiet hours.</summary>
    public int WaitingForQuietHours => Volatile.Read(ref _waiting);

    /// <summary>Sends a row.</summary>
    /// <param name="row">A valid row.</param>
    /// <param name="isInDoubt">Whether a request of an earlier run may have started the contact.</param>
    /// <returns>The outcome. Never throws: a defect of the module is an outcome, too.</returns>
    public async Task<SendOutcome> SendAsync(CheckedRow row, bool isInDoubt)
    {
        var delivery = new RowDelivery(row, isInDoubt, time);
        SendOutcome outcome;
        try
        {
            outcome = await SendAsync(delivery).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever is thrown here is the outcome of this row and ends no other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            outcome = delivery.Broken(e);
        }

        if (journal is not null)
            await EndAsync(journal, delivery, outcome).ConfigureAwait(false);
        return outcome;
    }

    // If the outcome cannot be written, the result has it all the same; the run stops, for the journal no longer protects it.
    private async Task EndAsync(IDeliveryJournal journal, RowDelivery delivery, SendOutcome outcome)
    {
        try
        {
            await journal.EndAsync(delivery.Row, outcome, delivery.IsJournaled).ConfigureAwait(false);
        }
        catch (OutboundException e)
        {
            run.Stop(e);
        }
#pragma warning disable CA1031 // A defect in writing must not lose the result.
        catch (Exception e)
#pragma warning restore CA1031
        {
            run.Stop(Defect.CreateError(e, ErrorScope.Run));
        }
    }

    private async Task<SendOutcome> SendAsync(RowDelivery delivery)
    {
        try
        {
            while (true)
            {
                RowDecision decision = await WaitUntilSendableAsync(delivery).ConfigureAwait(false);
                if (decision.IsSkipped)
                    return delivery.Skipped(decision);
                bool tried = await quota.WaitAsync(run.Stopping).ConfigureAwait(false);
                if (await TryOnceAsync(delivery, tried).ConfigureAwait(false) is SendOutcome settled)
                    return settled;
            }
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            return delivery.Stopped(run);
        }
    }

    private async ValueTask<RowDecision> WaitUntilSendableAsync(RowDelivery delivery)
    {
        while (true)
        {
            RowDecision decision = decideAgain(delivery.Row, delivery.MayHaveStarted);
            if (decision.Action != RowAction.Wait)
                return decision;
            TimeSpan left = decision.Until!.Value - time.GetUtcNow();
            Interlocked.Increment(ref _waiting);
            try
            {
                await Task.Delay(TimerWait.RoundUp(left < s_longestWait ? left : s_longestWait), time, run.Stopping).ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }
    }

    // One request and what follows from its answer; null if the row is to be looked at and sent again.
    private async Task<SendOutcome?> TryOnceAsync(RowDelivery delivery, bool tried)
    {
        PacerLease lease = pace.For(delivery.Row);
        bool hasPermit = false, quotaAnswered = false;
        try
        {
            await lease.AcquireAsync(run.Stopping).ConfigureAwait(false);
            hasPermit = true;
            // The row may have stood in line for a while.
            RowDecision decision = decideAgain(delivery.Row, delivery.MayHaveStarted);
            if (decision.Action == RowAction.Wait)
                return null;
            if (!decision.IsSkipped)
                decision = await WriteIntentAsync(delivery).ConfigureAwait(false);
            if (decision.IsSkipped)
                return delivery.Skipped(decision);

            run.Stopping.ThrowIfCancellationRequested();
            (StartedContact? answer, ServiceFault? fault) = await RequestAsync(delivery).ConfigureAwait(false);
            hasPermit = false;
            lease.Answered(fault?.Kind == FaultKind.Throttled, fault?.RetryAfter);
            if (answer is StartedContact started)
            {
                quota.Open(tried);
                quotaAnswered = true;
                return delivery.Started(started);
            }

            delivery.Fail(fault!);
            if (fault!.Kind == FaultKind.QuotaFull)
            {
                quota.Full(tried);
                quotaAnswered = true;
            }
        }
        catch (OutboundException e)
        {
            return StopRun(delivery, e);
        }
        finally
        {
            if (hasPermit)
                lease.Answered(throttled: false);
            if (!quotaAnswered)
                quota.Leave(tried);
        }

        return await SettleAsync(delivery).ConfigureAwait(false);
    }

    private async ValueTask<RowDecision> WriteIntentAsync(RowDelivery delivery)
    {
        if (journal is null || delivery.IsJournaled)
            return RowDecision.Send;
        RowDecision decision = await journal.BeginAsync(delivery.Row).ConfigureAwait(false);
        if (decision.IsSkipped)
            return decision;
        delivery.IsJournaled = true;
        if (decision.IsInDoubt)
            delivery.Doubt();
        return decision;
    }

    private async Task<(StartedContact? Answer, ServiceFault? Fault)> RequestAsync(RowDelivery delivery)
    {
        delivery.Begin();
        try
        {
            StartedContact answer = await client.StartAsync(delivery.Row.Request!, run.Aborting).ConfigureAwait(false);
            return string.IsNullOrEmpty(answer.ContactId)
                ? (null, new ServiceFault(FaultKind.OutcomeUnknown, ErrorIds.UnreadableAnswer, "The answer had no valid ContactId.", answer.RequestId))
                : (answer, null);
        }
#pragma warning disable CA1031 // Whatever the client throws is an outcome of this row and ends no other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return (null, FaultClassifier.Classify(e));
        }
    }

    private async Task<SendOutcome?> SettleAsync(RowDelivery delivery)
    {
        ServiceFault fault = delivery.LastFault;
        switch (fault.Kind)
        {
            case FaultKind.RowRefused or FaultKind.ContactMissing:
            case FaultKind.ResourceMissing when delivery.Row.BringsOwnResource:
            case FaultKind.Conflict when delivery.Conflicts > 1:
                return delivery.Refused();
            case FaultKind.NotConnect when !fault.IsNamed:
                // Something that is not Amazon Connect answered: the row was sent, and refused.
                run.Stop(Describe(fault));
                return delivery.Refused();
            case FaultKind.ResourceMissing:
            case FaultKind.Unreachable when delivery.Failures >= policy.MaxAttempts:
            case var _ when fault.StopsRun:
                return StopRun(delivery, Describe(fault));
            case FaultKind.QuotaFull:
                return quota.ClosedFor is TimeSpan full && full > policy.QuotaWait
                    ? StopRun(delivery, RunErrors.QuotaFull(fault, full, policy.QuotaWait))
                    : null;
            case FaultKind.Throttled:
                return delivery.ThrottledFor is TimeSpan throttled && throttled > policy.ThrottleWait
                    ? StopRun(delivery, RunErrors.Throttled(fault, throttled))
                    : null;
            default:
                if (delivery.Failures >= policy.MaxAttempts || run.Aborting.IsCancellationRequested)
                    return delivery.GivenUp();
                await Task.Delay(TimerWait.RoundUp(policy.Delay(Math.Max(1, delivery.Failures), random)), time, run.Stopping).ConfigureAwait(false);
                return null;
        }
    }

    private static OutboundException Describe(ServiceFault fault) =>
        ServiceErrors.Translate(fault, ServiceOperation.StartOutboundChatContact, "the instance, the flow or the phone number");

    private SendOutcome StopRun(RowDelivery delivery, OutboundException fault)
    {
        run.Stop(fault);
        return delivery.Stopped(run);
    }
}
