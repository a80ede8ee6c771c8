using Amazon.Connect.Model;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Messages;
using ConnectOutbound.Engine.Resuming;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Running;

/// <summary>Says what would become of rows.</summary>
public sealed class RunPlanner
{
    private readonly RunMemory? _memory;

    /// <summary>Creates a planner.</summary>
    /// <param name="journal">The memory of a named run; null for a run that remembers nothing.</param>
    /// <param name="time">The clock.</param>
    public RunPlanner(IRunJournal? journal = null, TimeProvider? time = null) =>
        _memory = journal is null ? null : new RunMemory(journal, new RunOptions().TokenLife, time ?? TimeProvider.System);

    /// <summary>Plans a row.</summary>
    /// <param name="row">The row, read and checked as for sending.</param>
    /// <returns>Its plan.</returns>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public OutboundPlan Plan(CheckedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Recollection known = row.IsValid && _memory is not null ? _memory.Peek(row) : default;
        return new OutboundPlan(row.Row.Input)
        {
            RowNumber = row.Row.Number,
            Destination = row.Destination,
            Status = row.IsValid ? known.Held ?? OutboundStatus.Planned : OutboundStatus.Invalid,
            Problems = Problems(row, known),
            MessageParts = Parts(row),
        };
    }

    private static OutboundProblemList Problems(CheckedRow row, Recollection known)
    {
        if (known.Held is not null && known.Reason is string reason)
            return new OutboundProblemList([reason]);
        return row.Faults.Count == 0 ? OutboundProblemList.Empty : new OutboundProblemList([.. row.Faults.Select(fault => fault.Text)]);
    }

    private static int? Parts(CheckedRow row) =>
        row.Channel != OutboundChannel.WhatsApp && row.Request?.InitialSystemMessage is ChatMessage { Content: string text } ? SmsParts.Count(text) : null;
}
