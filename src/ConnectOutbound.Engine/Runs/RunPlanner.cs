using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Says what would become of rows: the same gates and the same memory as for sending.</summary>
/// <remarks>Not thread-safe: rows are planned one after the other, in their order.</remarks>
public sealed class RunPlanner
{
    private readonly RunHistory? _memory;
    private readonly RowGates _gates;

    /// <summary>Creates a planner.</summary>
    /// <param name="journal">The memory of a named run; null for a run that remembers nothing.</param>
    /// <param name="time">The clock.</param>
    /// <param name="gates">What holds rows back, of this plan alone; null for what does so unasked: duplicates.</param>
    public RunPlanner(IRunJournal? journal = null, TimeProvider? time = null, RowGates? gates = null)
    {
        time ??= TimeProvider.System;
        _memory = journal is null ? null : new RunHistory(journal, new RunOptions().TokenLife, time);
        _gates = gates ?? new RowGates(new GateOptions(), time);
    }

    /// <summary>Plans a row.</summary>
    /// <param name="row">The row, read and checked as for sending.</param>
    /// <param name="textOf">Gives the text that the customer would get, where it is to be shown; asked for rows that would be sent.</param>
    /// <returns>Its plan.</returns>
    /// <exception cref="OutboundException">The journal cannot be read.</exception>
    public OutboundPlan Plan(CheckedRow row, Func<CheckedRow, string?>? textOf = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!row.IsValid)
            return Of(row, OutboundStatus.Invalid, row.Faults[0].Kind, Texts(row.Faults));
        if (_gates.Repeated(row) is GateDecision repeated)
            return Of(row, repeated);
        if (_memory?.Peek(row) is Recollection { Held: OutboundStatus held } known)
            return Of(row, held, held == OutboundStatus.Unknown ? ErrorIds.TokenExpired : null, new OutboundProblemList([known.Reason!]));
        if (_gates.Unwanted(row) is GateDecision unwanted)
            return Of(row, unwanted);
        _gates.Pass(row);
        return Of(row, OutboundStatus.Planned, null, OutboundProblemList.Empty, _gates.QuietNow(row)?.Until, textOf?.Invoke(row));
    }

    private static OutboundPlan Of(CheckedRow row, GateDecision decision) => Of(row, decision.Status, decision.Code, new OutboundProblemList([decision.Reason]), decision.Until);

    private static OutboundPlan Of(CheckedRow row, OutboundStatus status, string? code, OutboundProblemList problems, DateTimeOffset? until = null, string? text = null) => new(row.Row.Input)
    {
        RowNumber = row.Row.Number,
        Destination = row.Destination,
        Status = status,
        ErrorCode = code,
        Problems = problems,
        NotBefore = until,
        MessageParts = SmsText(row, text) is string message ? SmsParts.Count(message) : null,
        Text = text,
    };

    /// <summary>The text of an SMS.</summary>
    /// <param name="row">The row.</param>
    /// <param name="rendered">A template's text, where it is known.</param>
    /// <returns>The text; null for WhatsApp, and where a template has it or the flow.</returns>
    internal static string? SmsText(CheckedRow row, string? rendered) => row.Channel == OutboundChannel.WhatsApp ? null : row.Request?.InitialSystemMessage?.Content ?? rendered;

    private static OutboundProblemList Texts(IReadOnlyList<RowFault> faults)
    {
        string[] texts = new string[faults.Count];
        for (int i = 0; i < texts.Length; i++)
            texts[i] = faults[i].Text;
        return new OutboundProblemList(texts);
    }
}
