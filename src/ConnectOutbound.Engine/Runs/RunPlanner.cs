using ConnectOutbound.Engine.Errors;
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
    private readonly RunHistory? _history;
    private readonly RowDecider _decider;

    /// <summary>Creates a planner.</summary>
    /// <param name="journal">The memory of a named run; null for a run that remembers nothing.</param>
    /// <param name="time">The clock.</param>
    /// <param name="skip">Which rows are skipped; null for the default: duplicates.</param>
    public RunPlanner(IRunJournal? journal = null, TimeProvider? time = null, SkipOptions? skip = null)
    {
        time ??= TimeProvider.System;
        _history = journal is null ? null : new RunHistory(journal, new RunOptions().TokenLife, time);
        _decider = new RowDecider(skip ?? new SkipOptions(), _history, _state, time);
    }

    /// <summary>What stopped the planning; rows come out as NotSent from then on. Null if nothing did.</summary>
    public OutboundException? Fault => _state.Fault;

    /// <summary>What the user of a named run should know at the end: warnings, none for a run without a name.</summary>
    public IReadOnlyList<string> Warnings => _history?.Notices.ToWarnings() ?? [];

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
        Problems = decision.IsSkipped ? Problems(row, decision) : OutboundProblemList.Empty,
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

    private static OutboundProblemList Problems(CheckedRow row, RowDecision decision)
    {
        if (row.IsValid)
            return new OutboundProblemList([decision.Reason!]);
        string[] texts = new string[row.Faults.Count];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = row.Faults[i].Text;
        return new OutboundProblemList(texts);
    }
}
