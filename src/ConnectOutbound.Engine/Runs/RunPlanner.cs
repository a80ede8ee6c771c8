using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Says what would become of rows, by the same decisions as for sending.</summary>
/// <remarks>Not thread-safe: rows are planned one after the other, in their order.</remarks>
public sealed class RunPlanner
{
    private readonly RunState _state = new();
    private readonly RowDecider _decider;

    /// <summary>Creates a planner.</summary>
    /// <param name="journal">The memory of a named run; null for a run that remembers nothing.</param>
    /// <param name="time">The clock.</param>
    /// <param name="skip">Which rows are skipped; null for the default: duplicates.</param>
    public RunPlanner(IRunJournal? journal = null, TimeProvider? time = null, SkipOptions? skip = null)
    {
        time ??= TimeProvider.System;
        var tokenLife = new TokenLife(new RunOptions().TokenLife, time);
        RunHistory? history = journal is null ? null : new RunHistory(journal, tokenLife, time);
        _decider = new RowDecider(skip ?? new SkipOptions(), history, _state, tokenLife, time);
    }

    /// <summary>What stopped the planning; rows come out as NotSent from then on. Null if nothing did.</summary>
    public OutboundException? Fault => _state.Fault;

    /// <summary>What the user should know at the end: about the rows of a named run, and about saved results.</summary>
    public IReadOnlyList<string> Warnings => _decider.Warnings;

    /// <summary>Plans a row.</summary>
    /// <param name="row">The row, read and checked as for sending.</param>
    /// <returns>Its plan.</returns>
    public OutboundPlan Plan(CheckedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Describe(row, Decide(row), null);
    }

    /// <summary>Decides about a row, and remembers one that would be sent.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The decision.</returns>
    internal RowDecision Decide(CheckedRow row)
    {
        RowDecision decision = _decider.Decide(row);
        if (!decision.IsSkipped)
            _decider.Accept(row);
        return decision;
    }

    /// <summary>Describes a decision.</summary>
    /// <param name="row">The row.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="text">The text that the customer would get, if it is known and to be shown.</param>
    /// <returns>The plan.</returns>
    internal static OutboundPlan Describe(CheckedRow row, RowDecision decision, string? text) => new(row.Row.Input)
    {
        RowNumber = row.Row.Number,
        Destination = row.Destination,
        Status = decision.IsSkipped ? decision.Status : OutboundStatus.Planned,
        ErrorCode = decision.IsSkipped ? decision.Code : null,
        Problems = decision.IsSkipped ? new OutboundProblemList([.. decision.Problems]) : OutboundProblemList.Empty,
        NotBefore = decision.Until,
        MessageParts = SmsText(row, text) is string message ? SmsParts.Count(message) : null,
        Text = text,
    };

    /// <summary>Returns the text of an SMS.</summary>
    /// <param name="row">The row.</param>
    /// <param name="rendered">A template's text, if it is known.</param>
    /// <returns>The text; null for WhatsApp, and if a template or the flow has it.</returns>
    internal static string? SmsText(CheckedRow row, string? rendered) =>
        row.Channel == OutboundChannel.WhatsApp ? null : row.Request?.InitialSystemMessage?.Content ?? rendered;

    /// <summary>Says what a later command has to know of a row that was planned.</summary>
    /// <param name="row">The row.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="plan">Its plan.</param>
    /// <returns>The saved form of the plan.</returns>
    internal static SavedResult ToSaved(CheckedRow row, RowDecision decision, OutboundPlan plan) => new()
    {
        Status = plan.Status,
        ContactId = decision.Entry?.ContactId ?? decision.Saved?.ContactId,
        Reason = plan.Problems.Count == 0 ? null : plan.Problems.ToString(),
        ClientToken = decision.Entry?.ClientToken ?? decision.Saved?.ClientToken,
        TokenSince = decision.TokenSince,
        Destination = row.Destination,
    };
}
