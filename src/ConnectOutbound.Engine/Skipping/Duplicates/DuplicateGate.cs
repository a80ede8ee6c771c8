using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Skipping.Duplicates;

/// <summary>Holds back rows that would write to somebody a second time.</summary>
/// <param name="action">What such a row comes out as.</param>
internal sealed class DuplicateGate(OutboundDuplicateAction action)
{
    private const string Code = ErrorIds.Duplicate;

    private readonly IdentityTable _identities = new();
    private readonly TokenGate _tokens = new();

    /// <summary>Looks at a row.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>Why it is held back; null where it is not.</returns>
    public GateDecision? Look(CheckedRow row)
    {
        if (_tokens.Find(row) is long sameToken)
            return new GateDecision(OutboundStatus.Duplicate, Code, $"Row {sameToken} has the same ClientToken: the service would answer with its contact and start none.");
        if (action == OutboundDuplicateAction.Send || _identities.Find(row.Identity!.Value) is not long earlier)
            return null;
        OutboundStatus status = action == OutboundDuplicateAction.Fail ? OutboundStatus.Invalid : OutboundStatus.Duplicate;
        return new GateDecision(status, Code, row.Identity.Value.Key.Length == 0 ? $"Row {earlier} has the same destination." : $"Row {earlier} has the same destination and key.");
    }

    /// <summary>Remembers a row that goes on.</summary>
    /// <param name="row">The row.</param>
    public void Pass(CheckedRow row)
    {
        _tokens.Add(row);
        if (action != OutboundDuplicateAction.Send)
            _identities.Add(row.Identity!.Value, row.Row.Number);
    }
}
