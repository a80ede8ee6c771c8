using System.Diagnostics.CodeAnalysis;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Sends checked rows: each is decided about once and gives one result. A bounded number is under way.</summary>
/// <remarks>
/// One thread gives rows and takes results; the requests run beside it. What runs ahead of that thread is never more than
/// <see cref="RunOptions.ThrottleLimit"/> rows: a consumer that stops taking stops the sending.
/// </remarks>
public sealed class OutboundRun : IAsyncDisposable
{
    private readonly RunOptions _options;
    private readonly RunPace _pace;
    private readonly RunState _state = new();
    private readonly ChatQuotaBackoff _quota;
    private readonly RunHistory? _history;
    private readonly RowDecider _decider;
    private readonly ContactSender _sender;
    private readonly BoundedWorker<(CheckedRow Row, RowDecision Decision), OutboundContact> _worker;
    private bool _disposed;

    /// <summary>Creates a run.</summary>
    /// <param name="client">The client; the run does not dispose it.</param>
    /// <param name="pacerOfAccount">The pacer of an account (its twelve digits, as in the ARN of the source number), shared with other runs there.</param>
    /// <param name="options">How the run runs.</param>
    /// <param name="time">The clock.</param>
    /// <param name="journal">The memory of a named run; null for a run that remembers nothing. The run does not dispose it.</param>
    /// <param name="skip">Which rows are skipped; null for the default: duplicates.</param>
    public OutboundRun(
        IContactClient client,
        Func<string, Pacer> pacerOfAccount,
        RunOptions options,
        TimeProvider? time = null,
        IRunJournal? journal = null,
        SkipOptions? skip = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(pacerOfAccount);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ThrottleLimit, 1, nameof(options));
        time ??= TimeProvider.System;
        _options = options;
        _pace = new RunPace(pacerOfAccount, options.Pace);
        _quota = new ChatQuotaBackoff(time, options.IsInline);
        var tokenLife = new TokenLife(options.TokenLife, time);
        _history = journal is null ? null : new RunHistory(journal, tokenLife, time);
        _decider = new RowDecider(skip ?? new SkipOptions(), _history, _state, tokenLife, time);
        _sender = new ContactSender(client, _history, _decider.DecideAgain, _pace, _quota, options.Retry, _state, time, options.Random);
        _worker = new BoundedWorker<(CheckedRow Row, RowDecision Decision), OutboundContact>(
            DeliverAsync,
            static (work, error) => ContactResult.Create(
                work.Row,
                RowDecision.Skip(OutboundStatus.Unknown, Defect.Describe(error), ErrorIds.InternalError).Knowing(work.Decision.Entry, work.Decision.Saved)),
            new WorkerOptions { Capacity = options.ThrottleLimit, Stop = _state.Work, Grace = options.StopGrace, IsInline = options.IsInline });
    }

    /// <summary>How many rows have gone in and not come out.</summary>
    public int Outstanding => _worker.Outstanding;

    /// <summary>How many results are ready to be taken.</summary>
    internal int Ready => _worker.Ready;

    /// <summary>Whether another row may go in.</summary>
    public bool HasRoom => _worker.HasRoom;

    /// <summary>What stopped the run; null if nothing did, or a user.</summary>
    public OutboundException? Fault => _state.Fault;

    /// <summary>Whether the run has stopped: rows come out without a request.</summary>
    public bool IsStopped => _state.Stopping.IsCancellationRequested;

    /// <summary>The rows that have come out.</summary>
    public RunCounts Counts { get; } = new();

    /// <summary>What the user should know at the end: about the rows of a named run, and about saved results.</summary>
    public IReadOnlyList<string> Warnings => _decider.Warnings;

    /// <summary>The rate in force, in requests a second: lower than asked for while the service throttles.</summary>
    public double CurrentRate => _pace.CurrentRate;

    /// <summary>How many rows under way wait for the end of quiet hours.</summary>
    public int WaitingForQuietHours => _sender.WaitingForQuietHours;

    /// <summary>How long the quota of concurrent chats (L-D4BA6F6E) has been full; null if it is not.</summary>
    public TimeSpan? QuotaFullFor => _quota.ClosedFor;

    /// <summary>Gives a row in. A row that is skipped comes out without a request.</summary>
    /// <param name="row">The row, read and checked.</param>
    /// <param name="confirm">Asked about a row that can be sent; null to send it.</param>
    /// <exception cref="InvalidOperationException">There is no room: take a result first.</exception>
    public void Submit(CheckedRow row, Func<CheckedRow, RowConfirmation>? confirm = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!HasRoom)
            throw new InvalidOperationException($"{Outstanding} rows are under way already; take a result first.");
        RowDecision decision = _decider.Decide(row);
        if (!decision.IsSkipped && confirm is not null)
            decision = Confirmed(decision, confirm(row));
        if (decision.IsSkipped)
            Skip(row, decision);
        else
            Deliver(row, decision);
    }

    /// <summary>Takes a result if one is ready.</summary>
    /// <param name="result">The result.</param>
    /// <returns>False if none is ready.</returns>
    public bool TryTake([NotNullWhen(true)] out OutboundContact? result) => TryTake(TimeSpan.Zero, CancellationToken.None, out result);

    /// <summary>Waits for a result, blocking the thread.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="result">The result.</param>
    /// <returns>False if none came in time.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public bool TryTake(TimeSpan timeout, CancellationToken cancellationToken, [NotNullWhen(true)] out OutboundContact? result)
    {
        if (!_worker.TryTake(timeout, cancellationToken, out result))
            return false;
        Count(result);
        return true;
    }

    /// <summary>Waits for a result and takes it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async ValueTask<OutboundContact> TakeAsync(CancellationToken cancellationToken = default)
    {
        OutboundContact result = await _worker.TakeAsync(cancellationToken).ConfigureAwait(false);
        Count(result);
        return result;
    }

    /// <summary>Stops the run because of a fault: rows that are not sent yet come out as NotSent.</summary>
    /// <param name="fault">The fault.</param>
    public void Refuse(OutboundException fault) => _state.Stop(fault);

    /// <summary>Stops the run: no request is sent any more, rows not sent come out as NotSent. Returns at once.</summary>
    public void Stop() => _state.Stop(null);

    /// <summary>Stops the run and waits for the answers under way, at most <see cref="RunOptions.StopGrace"/>.</summary>
    /// <returns>When nothing is under way any more.</returns>
    public Task StopAsync() => _worker.StopAsync();

    /// <summary>Stops the run as <see cref="StopAsync"/> does and leaves the pacer.</summary>
    /// <returns>When nothing is under way any more.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await _worker.DisposeAsync().ConfigureAwait(false);
        _pace.Dispose();
    }

    // A contact that may exist stays in doubt, whatever the answer is.
    private static RowDecision Confirmed(RowDecision decision, RowConfirmation confirmation) => confirmation switch
    {
        RowConfirmation.Plan => RowDecision.Skip(OutboundStatus.Planned, null).Knowing(decision.Entry, decision.Saved),
        RowConfirmation.Decline when decision.IsInDoubt => RowDecision.Skip(
            OutboundStatus.Unknown,
            "Declined when asked for confirmation; an earlier attempt had no known outcome.",
            ErrorIds.Declined).Knowing(decision.Entry, decision.Saved),
        RowConfirmation.Decline => RowDecision.Skip(OutboundStatus.NotSent, "Declined when asked for confirmation.", ErrorIds.Declined),
        _ => decision,
    };

    private void Skip(CheckedRow row, RowDecision decision)
    {
        if (decision.Status == OutboundStatus.Planned)
            _decider.Accept(row);
        _worker.Complete(ContactResult.Create(row, decision));
    }

    private void Deliver(CheckedRow row, RowDecision decision)
    {
        if (decision is { IsInDoubt: true, Saved.ClientToken: string saved })
            row.Request!.ClientToken = saved;
        row.DeriveToken();
        row.TokenSince = decision.IsInDoubt ? decision.TokenSince : null;
        _decider.Accept(row);
        _history?.Claim(row, decision);
        _worker.Submit((row, decision));
    }

    private async Task<OutboundContact> DeliverAsync((CheckedRow Row, RowDecision Decision) work)
    {
        SendOutcome outcome = await _sender.SendAsync(work.Row, work.Decision.IsInDoubt).ConfigureAwait(false);
        // Of a row in doubt the decision says what is known of it.
        return ContactResult.Create(work.Row, outcome with { Reason = outcome.Reason ?? (work.Decision.IsInDoubt ? work.Decision.Reason : null) });
    }

    private void Count(OutboundContact result)
    {
        Counts.Add(result.Status);
        if (_options.MaxErrors > 0 && Counts.Errors >= _options.MaxErrors && Fault is null)
            _state.Stop(RunErrors.MaxErrors(_options.MaxErrors));
    }
}
