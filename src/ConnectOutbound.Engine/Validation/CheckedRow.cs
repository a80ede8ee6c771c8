using Amazon.Connect.Model;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Validation;

/// <summary>A row after validation: a request that can be sent, or the faults that forbid it.</summary>
public sealed record CheckedRow
{
    /// <summary>The row.</summary>
    public required Row Row { get; init; }

    /// <summary>The destination in E.164, or as it was written where it is no number.</summary>
    public string? Destination { get; init; }

    /// <summary>The channel, where it is known.</summary>
    public OutboundChannel? Channel { get; init; }

    /// <summary>The customer's time zone, where the row or the run names one and quiet hours matter.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>The instance's id, where it is known.</summary>
    public string? InstanceId { get; init; }

    /// <summary>
    /// The request; null where the row has faults. Its ClientToken is set where it is to be sent, but for one that is derived: see
    /// <see cref="DerivesToken"/>.
    /// </summary>
    public StartOutboundChatContactRequest? Request { get; init; }

    /// <summary>The run's name, where it has one.</summary>
    public string? RunName { get; init; }

    /// <summary>Who is written to; null where the row has faults.</summary>
    public ContactIdentity? Identity { get; init; }

    /// <summary>Whether instance, flow or source number came from the row itself.</summary>
    public bool BringsOwnResource { get; init; }

    /// <summary>Whether the idempotency token was given, by the row or for all rows.</summary>
    public bool BringsOwnToken { get; init; }

    /// <summary>
    /// Whether the idempotency token is derived from the run's name, which is done when it is needed: a contact that is started already needs none.
    /// </summary>
    public bool DerivesToken { get; init; }

    /// <summary>What the request says, as <see cref="RequestFingerprint"/> puts it; null where the row has faults, or the run no name.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The columns in which the row says that the customer does not want messages, in quotes; null where it does not.</summary>
    public string? OptOut { get; init; }

    /// <summary>What an earlier command said of the row; null if it is no result.</summary>
    public SavedResult? Saved { get; init; }

    /// <summary>When a request with this token may first have reached the service; null before the first.</summary>
    internal DateTimeOffset? TokenSince { get; set; }

    /// <summary>Every fault of the row.</summary>
    public required IReadOnlyList<RowFault> Faults { get; init; }

    /// <summary>Whether the row can be sent.</summary>
    public bool IsValid => Request is not null;

    /// <summary>Returns the token that the row has in its run: its own, or the one that follows from the run and the contact.</summary>
    /// <returns>The token; null for a run without a name, whose tokens are random.</returns>
    internal string? FindRunToken() => BringsOwnToken ? Request?.ClientToken : RunName is null ? null : Identity?.Token(RunName);

    /// <summary>Gives the request the token that is derived, where it has none yet.</summary>
    internal void DeriveToken()
    {
        if (DerivesToken && Request is { ClientToken: null })
            Request.ClientToken = Identity!.Value.Token(RunName!);
    }
}
