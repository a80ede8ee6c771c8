using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Skipping.Duplicates;

/// <summary>Finds rows that would write to somebody a second time.</summary>
/// <param name="action">What happens to such a row.</param>
internal sealed class DuplicateCheck(OutboundDuplicateAction action)
{
    private readonly IdentityTable _identities = new();
    private readonly TokenCheck _tokens = new();

    /// <summary>Looks for an earlier row with the same token, or with the same destination and key. Changes nothing.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>The decision; null if there is no earlier row.</returns>
    public RowDecision? Find(CheckedRow row)
    {
        if (_tokens.Find(row) is long sameToken)
        {
            return RowDecision.Skip(
                OutboundStatus.Duplicate,
                $"Row {sameToken} has the same ClientToken: the service would answer with its contact and start none.",
                ErrorIds.Duplicate);
        }

        if (action == OutboundDuplicateAction.Send || _identities.Find(row.Identity!.Value) is not long earlier)
            return null;
        OutboundStatus status = action == OutboundDuplicateAction.Fail ? OutboundStatus.Invalid : OutboundStatus.Duplicate;
        string reason = row.Identity.Value.Key.Length == 0 ? $"Row {earlier} has the same destination." : $"Row {earlier} has the same destination and key.";
        return RowDecision.Skip(status, reason, ErrorIds.Duplicate);
    }

    /// <summary>Remembers a row that goes on.</summary>
    /// <param name="row">The row.</param>
    public void Add(CheckedRow row)
    {
        _tokens.Add(row);
        if (action != OutboundDuplicateAction.Send)
            _identities.Add(row.Identity!.Value, row.Row.Number);
    }
}
