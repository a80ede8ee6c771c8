using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Says which valid rows come out unsent, and as what.</summary>
/// <param name="gates">What this input and its sender say.</param>
/// <param name="memory">What earlier runs of the same name did; null for a run that remembers nothing.</param>
/// <param name="state">Stopped where the journal cannot be read.</param>
internal sealed class RowHolds(RowGates gates, RunHistory? memory, RunState state)
{
    /// <summary>Looks, in this order: what this input says twice, what earlier runs did, who is not to be written to, or not now.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Its result; null where it may be sent.</returns>
    public OutboundContact? Held(CheckedRow row)
    {
        if (gates.Repeated(row) is GateDecision repeated)
            return ContactResult.Held(row, repeated);
        if (Known(row) is { Held: OutboundStatus held } known)
            return ContactResult.Held(row, held, known);
        return gates.Unwanted(row) is GateDecision unwanted ? ContactResult.Held(row, unwanted) : null;
    }

    /// <summary>After the run has stopped a row is not sent; but what earlier runs did for it stays true.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Its result.</returns>
    public OutboundContact Stopped(CheckedRow row)
    {
        // It stands for its destination all the same: whoever sends the unsent rows later finds one of each.
        gates.Pass(row);
        Recollection known = Known(row);
        return known.Held is OutboundStatus held
            ? ContactResult.Held(row, held, known)
            : ContactResult.Unsent(row, known.IsInDoubt ? OutboundStatus.Unknown : OutboundStatus.NotSent, RowDelivery.StoppedReason(state.Fault), RowDelivery.StoppedCode(state.Fault));
    }

    // A journal that cannot be read stops the run; the row then comes out as NotSent.
    private Recollection Known(CheckedRow row)
    {
        try
        {
            return memory?.Peek(row) ?? default;
        }
        catch (OutboundException e)
        {
            state.Stop(e);
            return default;
        }
    }
}
