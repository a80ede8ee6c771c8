using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Runs;

/// <summary>Makes the one result of a row.</summary>
internal static class ContactResult
{
    public static OutboundContact Of(CheckedRow row, SendOutcome outcome)
    {
        row.DeriveToken();
        return Of(row, outcome, row.Request?.ClientToken);
    }

    public static OutboundContact Held(CheckedRow row, OutboundStatus status, Recollection known)
    {
        var outcome = new SendOutcome
        {
            Status = status,
            Reason = known.Reason,
            ErrorCode = status == OutboundStatus.Unknown ? ErrorIds.TokenExpired : null,
            ContactId = known.Entry?.ContactId,
            RequestId = known.Entry?.RequestId,
        };
        return row.DerivesToken && known.Entry is not null ? Of(row, outcome, known.Entry.ClientToken) : Of(row, outcome);
    }

    public static OutboundContact Held(CheckedRow row, GateDecision decision) => Unsent(row, decision.Status, decision.Reason, decision.Code);

    public static OutboundContact Unsent(CheckedRow row, OutboundStatus status, string? reason = null, string? code = null) =>
        Of(row, new SendOutcome { Status = status, Reason = reason, ErrorCode = code });

    public static OutboundContact Invalid(CheckedRow row) => Unsent(row, OutboundStatus.Invalid, string.Join(' ', row.Faults), row.Faults[0].Kind);

    private static OutboundContact Of(CheckedRow row, SendOutcome outcome, string? token) => new(row.Row.Input)
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
        RequestId = outcome.RequestId,
        InstanceId = row.InstanceId,
        RunName = row.RunName,
        StartedAt = outcome.StartedAt,
        Duration = outcome.Duration,
    };
}
