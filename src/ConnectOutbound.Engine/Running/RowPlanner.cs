using Amazon.Connect.Model;
using ConnectOutbound.Engine.Messages;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Running;

/// <summary>Says what would become of a row.</summary>
public static class RowPlanner
{
    /// <summary>Plans a row.</summary>
    /// <param name="row">The row, read and checked as for sending.</param>
    /// <returns>Its plan.</returns>
    public static OutboundPlan Plan(CheckedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new OutboundPlan(row.Row.Input)
        {
            RowNumber = row.Row.Number,
            Destination = row.Destination,
            Status = row.IsValid ? OutboundStatus.Planned : OutboundStatus.Invalid,
            Problems = row.Faults.Count == 0 ? OutboundProblemList.Empty : new OutboundProblemList([.. row.Faults.Select(fault => fault.Text)]),
            MessageParts = Parts(row),
        };
    }

    private static int? Parts(CheckedRow row) =>
        row.Channel != OutboundChannel.WhatsApp && row.Request?.InitialSystemMessage is ChatMessage { Content: string text } ? SmsParts.Count(text) : null;
}
