using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Makes the one result of a row.</summary>
internal static class ContactResult
{
    /// <summary>Makes the result of a row that was sent, or was to be.</summary>
    /// <param name="row">The row.</param>
    /// <param name="outcome">What became of it.</param>
    public static OutboundContact Create(CheckedRow row, SendOutcome outcome)
    {
        row.DeriveToken();
        return Create(row, outcome, row.Request?.ClientToken);
    }

    /// <summary>Makes the result of a row that is skipped.</summary>
    /// <param name="row">The row.</param>
    /// <param name="decision">Why.</param>
    public static OutboundContact Create(CheckedRow row, RowDecision decision)
    {
        var outcome = new SendOutcome
        {
            Status = decision.Status,
            Reason = decision.Reason,
            ErrorCode = decision.Code,
            ContactId = decision.Entry?.ContactId ?? decision.Saved?.ContactId,
            RequestId = decision.Entry?.RequestId,
            TokenSince = decision.TokenSince,
        };
        // By the missing token a later command knows that the destination is not the one of the contact.
        if (decision.Code == ErrorIds.DestinationChanged)
            return Create(row, outcome, null);
        string? token = decision.Entry is { } entry && row.DerivesToken ? entry.ClientToken : decision.Saved?.ClientToken;
        return token is null ? Create(row, outcome) : Create(row, outcome, token);
    }

    private static OutboundContact Create(CheckedRow row, SendOutcome outcome, string? token) => new(row.Row.Input)
    {
        RowNumber = row.Row.Number,
        Destination = row.Destination,
        Channel = row.Channel,
        Status = outcome.Status,
        ContactId = outcome.ContactId,
        Reason = outcome.Reason,
        ErrorCode = outcome.ErrorCode,
        Attempts = outcome.Attempts,
        ClientToken = token,
        TokenSince = outcome.TokenSince is DateTimeOffset since ? SavedResult.TimeText(since) : null,
        RequestId = outcome.RequestId,
        InstanceId = row.InstanceId,
        RunName = row.RunName,
        StartedAt = outcome.StartedAt,
        Duration = outcome.Duration,
    };
}
