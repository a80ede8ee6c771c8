using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
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
        if (_tokens.Find(row) is (long sameToken, bool isOfOther))
            return RowDecision.Skip(OutboundStatus.Duplicate, DuplicateReason.OfToken(sameToken, isOfOther), ErrorIds.Duplicate);
        return action == OutboundDuplicateAction.Send || _identities.Find(row.Identity!.Value) is not long earlier
            ? null
            : Skip($"Row {earlier}", row.Identity.Value.Key.Length > 0);
    }

    /// <summary>Returns the decision about a duplicate row.</summary>
    /// <param name="other">The row that it duplicates, such as <c>Row 3</c>.</param>
    /// <param name="hasKey">Whether the rows have keys.</param>
    public RowDecision Skip(string other, bool hasKey) => RowDecision.Skip(
        action == OutboundDuplicateAction.Fail ? OutboundStatus.Invalid : OutboundStatus.Duplicate,
        DuplicateReason.OfDestination(other, hasKey),
        ErrorIds.Duplicate);

    /// <summary>Remembers a row that goes on.</summary>
    /// <param name="row">The row.</param>
    public void Add(CheckedRow row)
    {
        _tokens.Add(row);
        AddDestination(row);
    }

    /// <summary>Remembers the destination of a row.</summary>
    /// <param name="row">The row.</param>
    public void AddDestination(CheckedRow row)
    {
        if (action != OutboundDuplicateAction.Send && row.Identity is { } identity)
            _identities.Add(identity, row.Row.Number);
    }

    /// <summary>Remembers the token of a contact that exists or may exist.</summary>
    /// <param name="row">The row.</param>
    /// <param name="token">The token; null if it is not known.</param>
    public void AddToken(CheckedRow row, string? token) => _tokens.Add(row, token);
}
