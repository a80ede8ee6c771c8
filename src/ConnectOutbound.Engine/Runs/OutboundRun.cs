using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>A bulk send: rows go in one after the other, results come out as they complete, a bounded number is under way.</summary>
/// <remarks>
/// One thread gives rows and takes results; the requests run beside it. What runs ahead of that thread is never more than
/// <see cref="RunOptions.ThrottleLimit"/> rows: a consumer that stops taking stops the sending.
/// </remarks>
public sealed class OutboundRun : IAsyncDisposable
{
    private readonly RunOptions _options;
    private readonly RunPace _pace;
    private readonly ContactSender _sender;
    private readonly RunState _state = new();
    private readonly ChatQuotaBackoff _quota;
    private readonly ConcurrentQueue<OutboundContact> _completed = new();
    private readonly RunHistory? _memory;
    private readonly RowGates _gates;
    private readonly RowHolds _holds;
    private readonly SemaphoreSlim _ready = new(0);
    private readonly ConcurrentDictionary<long, Task> _underWay = new();
    private long _submitted;
    private bool _disposed;

    /// <summary>Creates a run.</summary>
    /// <param name="client">The client; the run does not dispose it.</param>
    /// <param name="pacerOfAccount">The pacer of an account (its twelve digits, as in the ARN of the source number), shared with other runs there.</param>
    /// <param name="options">How the run runs.</param>
    /// <param name="time">The clock.</param>
    /// <param name="journal">The memory of a named run; null for a run that remembers nothing. The run does not dispose it.</param>
    /// <param name="gates">What holds rows back; null for what does so unasked: duplicates.</param>
    public OutboundRun(IContactClient client, Func<string, Pacer> pacerOfAccount, RunOptions options, TimeProvider? time = null, IRunJournal? journal = null, RowGates? gates = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(pacerOfAccount);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ThrottleLimit, 1, nameof(options));
        time ??= TimeProvider.System;
        _options = options;
        _pace = new RunPace(pacerOfAccount, options.Pace);
        _quota = new ChatQuotaBackoff(time, options.IsInline);
        _memory = journal is null ? null : new RunHistory(journal, options.TokenLife, time);
        _gates = gates ?? new RowGates(new GateOptions(), time);
        _holds = new RowHolds(_gates, _memory, _state);
        _sender = new ContactSender(client, _memory, _pace, _quota, _gates, options.Retry, _state, time, options.Random);
    }

    /// <summary>How many rows have gone in and not come out.</summary>
    public int Outstanding { get; private set; }

    /// <summary>How many results are ready to be taken.</summary>
    internal int Ready => _completed.Count;

    /// <summary>Whether another row may go in.</summary>
    public bool HasRoom => Outstanding < _options.ThrottleLimit;

    /// <summary>What stopped the run, where a fault did.</summary>
    public OutboundException? Fault => _state.Fault;

    /// <summary>The rows that have come out.</summary>
    public RunCounts Counts { get; } = new();

    /// <summary>The rate in force, in requests a second: lower than asked for while the service throttles.</summary>
    public double CurrentRate => _pace.CurrentRate;

    /// <summary>How many rows that are under way wait for the end of quiet hours.</summary>
    public int WaitingForQuietHours => _sender.WaitingForQuietHours;

    /// <summary>How long the quota of concurrent chats (L-D4BA6F6E) has been full; null where it is not.</summary>
    public TimeSpan? QuotaFullFor => _quota.ClosedFor;

    /// <summary>Gives a row in. An invalid one, and any row after the run was stopped, comes out without being sent.</summary>
    /// <param name="row">The row, read and checked.</param>
    /// <exception cref="InvalidOperationException">There is no room: take a result first.</exception>
    public void Submit(CheckedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!HasRoom)
            throw new InvalidOperationException($"{Outstanding} rows are under way already; take a result first.");
        if (!row.IsValid)
            Settle(ContactResult.Invalid(row));
        else if (_holds.Held(row) is OutboundContact held)
            Settle(held);
        else if (_state.Stopping.IsCancellationRequested)
            Settle(_holds.Stopped(row));
        else if (_memory is null)
            Start(row, default);
        else
            StartOrHold(row, _memory);
    }

    /// <summary>Gives a row in that is not to be sent: a dry run.</summary>
    /// <param name="row">The row, read and checked; an invalid one comes out as Invalid.</param>
    public void Plan(CheckedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!row.IsValid)
            Settle(ContactResult.Invalid(row));
        else if (_holds.Held(row) is OutboundContact held)
            Settle(held);
        else
            SettlePlanned(row);
    }

    /// <summary>Gives a row in that a gate, or what earlier runs of the same name did, holds back: it comes out unsent.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>False where it may be sent: it has not gone in then.</returns>
    public bool TryHold(CheckedRow row)
    {
        if (_holds.Held(row) is not OutboundContact held)
            return false;
        Settle(held);
        return true;
    }

    /// <summary>Gives a row in that somebody declined to send.</summary>
    /// <param name="row">The row.</param>
    public void Decline(CheckedRow row) => Settle(ContactResult.Unsent(row, OutboundStatus.NotSent, "Declined when asked for confirmation.", ErrorIds.Declined));

    /// <summary>Takes a result where one is ready.</summary>
    /// <param name="result">The result.</param>
    /// <returns>False where none is ready.</returns>
    public bool TryTake([NotNullWhen(true)] out OutboundContact? result) => TryTake(TimeSpan.Zero, CancellationToken.None, out result);

    /// <summary>Waits for a result, blocking the thread: for callers that have a thread of their own, as a pipeline has.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="result">The result.</param>
    /// <returns>False where none came in time.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public bool TryTake(TimeSpan timeout, CancellationToken cancellationToken, [NotNullWhen(true)] out OutboundContact? result)
    {
        result = null;
        return _ready.Wait(timeout, cancellationToken) && Took(out result);
    }

    /// <summary>Sends rows and gives their results, one for each, as they complete.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="reader">Reads and checks them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The results.</returns>
    public async IAsyncEnumerable<OutboundContact> SendAsync(IEnumerable<Row> rows, RowReader reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(reader);
        foreach (Row row in rows)
        {
            while (!HasRoom)
                yield return await TakeAsync(cancellationToken).ConfigureAwait(false);
            Submit(reader.Read(row));
            while (TryTake(out OutboundContact? ready))
                yield return ready;
        }

        while (Outstanding > 0)
            yield return await TakeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends nothing any more: rows that are not sent yet come out as NotSent.</summary>
    /// <param name="fault">Why.</param>
    public void Refuse(OutboundException fault) => _state.Stop(fault);

    /// <summary>Sends nothing, because some of the rows are invalid: the others come out as NotSent.</summary>
    /// <param name="count">How many are.</param>
    /// <param name="total">Of how many.</param>
    /// <param name="first">The number of the first that is.</param>
    public void RefuseInvalid(long count, long total, long first) => _state.Stop(RunErrors.InvalidRows(count, total, first));

    /// <summary>Stops the run: no request is sent any more, rows not sent come out as NotSent. Returns at once.</summary>
    public void Stop() => _state.Stop(null);

    /// <summary>Stops the run and waits for the answers that are under way, at most <see cref="RunOptions.StopGrace"/>.</summary>
    /// <returns>When nothing is under way any more.</returns>
    public async Task StopAsync()
    {
        _state.Stop(null);
        Task all = Task.WhenAll(_underWay.Values);
        try
        {
            await all.WaitAsync(_options.StopGrace).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _state.Abort();
            await all.ConfigureAwait(false);
        }
    }

    /// <summary>Stops the run as <see cref="StopAsync"/> does and leaves the pacer.</summary>
    /// <returns>When nothing is under way any more.</returns>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await StopAsync().ConfigureAwait(false);
        _pace.Dispose();
        _state.Dispose();
        _ready.Dispose();
    }

    private async ValueTask<OutboundContact> TakeAsync(CancellationToken cancellationToken)
    {
        await _ready.WaitAsync(cancellationToken).ConfigureAwait(false);
        Took(out OutboundContact? result);
        return result!;
    }

    private void StartOrHold(CheckedRow row, RunHistory memory)
    {
        try
        {
            Recollection known = memory.Recall(row);
            if (known.Held is OutboundStatus status)
                Settle(ContactResult.Held(row, status, known));
            else
                Start(row, known);
        }
        catch (OutboundException e)
        {
            _state.Stop(e);
            Settle(ContactResult.Unsent(row, OutboundStatus.NotSent, RowDelivery.StoppedReason(Fault), RowDelivery.StoppedCode(Fault)));
        }
    }

    private void SettlePlanned(CheckedRow row)
    {
        _gates.Pass(row);
        Settle(ContactResult.Unsent(row, OutboundStatus.Planned));
    }

    private void Start(CheckedRow row, Recollection known)
    {
        row.DeriveToken();
        _gates.Pass(row);
        Outstanding++;
        long key = _submitted++;
        if (_options.IsInline)
        {
            _ = SendAsync(row, known, key);
            return;
        }

        // Entered before it runs, so that its end never comes before its beginning.
        var task = new Task<Task>(() => SendAsync(row, known, key));
        _underWay[key] = task.Unwrap();
        task.Start(TaskScheduler.Default);
    }

    private async Task SendAsync(CheckedRow row, Recollection known, long key)
    {
        SendOutcome outcome = await _sender.SendAsync(row, known.IsInDoubt).ConfigureAwait(false);
        _completed.Enqueue(ContactResult.Of(row, outcome with { Reason = outcome.Reason ?? known.Reason }));
        _underWay.TryRemove(key, out _);
        _ready.Release();
    }

    private void Settle(OutboundContact result)
    {
        Outstanding++;
        _completed.Enqueue(result);
        _ready.Release();
    }

    private bool Took([NotNullWhen(true)] out OutboundContact? result)
    {
        if (!_completed.TryDequeue(out result))
            return false;
        Outstanding--;
        Counts.Add(result.Status);
        if (_options.MaxErrors > 0 && Counts.Errors >= _options.MaxErrors && Fault is null)
            _state.Stop(RunErrors.MaxErrors(_options.MaxErrors));
        return true;
    }
}
