using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Skipping.Duplicates;
using ConnectOutbound.Engine.Skipping.QuietHours;
using ConnectOutbound.Engine.Skipping.Suppression;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Decides what becomes of each row, in one order, for a run that sends, for one that plans, and for the sender's last look.</summary>
/// <remarks>Rows are decided one after the other; only <see cref="DecideAgain"/> may be called by several threads.</remarks>
internal sealed class RowDecider
{
    private readonly DuplicateCheck _duplicates;
    private readonly SavedResultDecider _saved;
    private readonly SuppressionList? _suppression;
    private readonly QuietHoursCheck? _quietHours;
    private readonly RunHistory? _history;
    private readonly RunState _state;
    private readonly IdentityTable _similarKeys = new();

    /// <summary>Creates a decider for one pass over the rows.</summary>
    /// <param name="options">Which rows are skipped.</param>
    /// <param name="history">What a named run knows of its contacts; null for a run without a name.</param>
    /// <param name="state">Whether the run goes on.</param>
    /// <param name="tokenLife">How long the service answers a token with the contact that it started.</param>
    /// <param name="time">The clock.</param>
    public RowDecider(SkipOptions options, RunHistory? history, RunState state, TokenLife tokenLife, TimeProvider time)
    {
        _duplicates = new DuplicateCheck(options.DuplicateAction);
        _saved = new SavedResultDecider(options, _duplicates, tokenLife);
        _suppression = options.Suppression;
        _quietHours = options.QuietHours is null ? null : new QuietHoursCheck(options.QuietHours, time);
        _history = history;
        _state = state;
    }

    /// <summary>What the user should know at the end: about the rows of a named run, and about saved results.</summary>
    public IReadOnlyList<string> Warnings => [.. _history?.Notices.ToWarnings() ?? [], .. _saved.Warning is string saved ? new[] { saved } : []];

    /// <summary>
    /// Decides. The order: a saved result that leaves no choice, faults of the row, an earlier row of this input, what the run did before, the
    /// suppression list, quiet hours, a run that has stopped.
    /// </summary>
    /// <param name="row">The row; before <see cref="Accept"/> no more is remembered of it than a contact that exists or may exist.</param>
    /// <returns>The decision.</returns>
    public RowDecision Decide(CheckedRow row)
    {
        RowDecision decision = SavedResultDecider.Keep(row, DecideRow(row));
        if (decision is { IsSkipped: true, Status: OutboundStatus.AlreadyStarted } or { IsSkipped: true, Code: ErrorIds.TokenExpired })
            _duplicates.AddToken(row, decision.Entry?.ClientToken ?? decision.Saved?.ClientToken);
        _history?.CountContent(row, decision);
        return decision;
    }

    private RowDecision DecideRow(CheckedRow row)
    {
        if (row.Saved is not null && _saved.Find(row, Known) is RowDecision saved)
        {
            if (saved.Status == OutboundStatus.AlreadyStarted)
                _duplicates.AddDestination(row);
            return saved;
        }

        if (!row.IsValid)
            return RowDecision.Skip(OutboundStatus.Invalid, [.. row.Faults.Select(fault => fault.Text)], row.Faults[0].Kind);
        if (_duplicates.Find(row) is RowDecision repeated)
            return repeated;
        RowDecision known = row.Saved is null ? Known(row) : _saved.Join(row, Known(row));
        if (known.IsSkipped)
        {
            // The journal does not know it, so it would not find a later row with this destination either.
            if (known is { Status: OutboundStatus.AlreadyStarted, Entry: null })
                _duplicates.AddDestination(row);
            return known;
        }

        if (_suppression is not null && _suppression.Contains(row.Destination!, out string source))
        {
            return RowDecision.Skip(
                OutboundStatus.Suppressed,
                $"The destination is on the suppression list {DisplayText.Quoted(source)}.",
                ErrorIds.Suppressed).Knowing(known.IsInDoubt ? known.Entry : null, known.Saved);
        }

        RowDecision decision = DecideAgain(row, known.IsInDoubt) is { Action: not RowAction.Send } quiet ? quiet : known;
        return !decision.IsSkipped && _state.Stopping.IsCancellationRequested ? Stopped(row, known) : decision;
    }

    /// <summary>
    /// Decides once more about a row that stood in line or waited: only the hour can have changed. A row in doubt is settled whatever the hour.
    /// </summary>
    /// <param name="row">A valid row.</param>
    /// <param name="isInDoubt">Whether the contact may exist.</param>
    /// <returns>The decision.</returns>
    public RowDecision DecideAgain(CheckedRow row, bool isInDoubt) => (isInDoubt ? null : _quietHours?.Find(row)) ?? RowDecision.Send;

    /// <summary>Remembers a row that is sent, or would be: later rows with its destination are its duplicates.</summary>
    /// <param name="row">A valid row.</param>
    public void Accept(CheckedRow row)
    {
        _duplicates.Add(row);
        ContactIdentity identity = row.Identity!.Value;
        if (_history is null || identity.Key.Length == 0)
            return;
        try
        {
            _history.CountKey(identity, isSimilarToRow: !_similarKeys.Add(identity.WithSimilarKey(), row.Row.Number));
        }
        catch (OutboundException e)
        {
            _state.Stop(e);
        }
    }

    // Only the stop holds this row back. It is remembered: when the unsent results are piped in again, each destination is among them once.
    private RowDecision Stopped(CheckedRow row, RowDecision known)
    {
        Accept(row);
        return RowDecision.Skip(known.IsInDoubt ? OutboundStatus.Unknown : OutboundStatus.NotSent, _state.StoppedReason, _state.StoppedCode)
            .Knowing(known.IsInDoubt ? known.Entry : null, known.Saved);
    }

    // A journal that cannot be read stops the run: nothing says any more who was written to.
    private RowDecision Known(CheckedRow row)
    {
        if (_history is null)
            return RowDecision.Send;
        try
        {
            return _history.Check(row);
        }
        catch (OutboundException e)
        {
            _state.Stop(e);
            return RowDecision.Send;
        }
    }
}
