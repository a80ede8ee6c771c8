using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Sends prepared rows by a run, and emits results as they complete.</summary>
/// <param name="run">The run; the stage does not dispose it.</param>
/// <param name="options">How rows are handed to it.</param>
public sealed class SendingStage(OutboundRun run, SendingOptions options) : IRowStage
{
    // From here on a repetition by hand would hurt.
    private const int ManyRows = 10;

    private readonly List<CheckedRow> _kept = [];
    private long _unnamed;
    private long _invalid;
    private long _firstInvalid;

    /// <inheritdoc/>
    public bool IsStopped => run.IsStopped;

    /// <inheritdoc/>
    public ValueTask AddAsync(CheckedRow row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (options.RequireAllValid is not RunPlanner planner)
            return SendAsync(row, cancellationToken);
        _kept.Add(row);
        RowDecision decision = planner.Decide(row);
        // A row with faults stays Unknown if its contact may exist.
        bool isInvalid = decision.IsSkipped && (decision.Status == OutboundStatus.Invalid || (!row.IsValid && decision.Status == OutboundStatus.Unknown));
        if (isInvalid && _invalid++ == 0)
            _firstInvalid = row.Row.Number;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        // What stopped the planning stops the sending, too.
        if (options.RequireAllValid?.Fault is OutboundException fault)
            run.Refuse(fault);
        if (_invalid > 0)
            run.Refuse(RunErrors.InvalidRows(_invalid, _kept.Count, _firstInvalid));
        foreach (CheckedRow row in _kept)
            await SendAsync(row, cancellationToken).ConfigureAwait(true);
        _kept.Clear();
        while (run.Outstanding > 0)
            options.Emit(await TakeAsync(cancellationToken).ConfigureAwait(true));
        foreach (string warning in run.Warnings)
            options.Warn?.Invoke(warning);
    }

    /// <inheritdoc/>
    public void Refuse(OutboundException fault) => run.Refuse(fault);

    private async ValueTask SendAsync(CheckedRow row, CancellationToken cancellationToken)
    {
        // A saved result is known when it is piped in again.
        if (row is { RunName: null, Saved: null } && !run.IsStopped && ++_unnamed == ManyRows + 1)
            options.OnManyRowsWithoutName?.Invoke();
        while (!run.HasRoom)
            options.Emit(await TakeAsync(cancellationToken).ConfigureAwait(true));
        run.Submit(row, options.Confirm);
        while (run.TryTake(out OutboundContact? ready))
            options.Emit(ready);
    }

    private ValueTask<OutboundContact> TakeAsync(CancellationToken cancellationToken) =>
        options.Take is null ? run.TakeAsync(cancellationToken) : new ValueTask<OutboundContact>(options.Take(cancellationToken));
}
