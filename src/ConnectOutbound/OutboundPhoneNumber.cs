namespace ConnectOutbound;

/// <summary>A phone number of an Amazon Connect instance.</summary>
public sealed record OutboundPhoneNumber
{
    /// <summary>The number in E.164, which -Source takes, too.</summary>
    public required string PhoneNumber { get; init; }

    /// <summary>The channel that it serves; null for a number that carries voice only.</summary>
    public OutboundChannel? Channel { get; init; }

    /// <summary>The ARN that it has in Amazon Connect: what -Source takes.</summary>
    public required string Source { get; init; }

    /// <summary>Its country, by ISO 3166-1.</summary>
    public string? Country { get; init; }

    /// <summary>Such as TOLL_FREE, DID or SHORT_CODE.</summary>
    public string? Type { get; init; }

    /// <summary>What somebody wrote about it.</summary>
    public string? Description { get; init; }

    /// <summary>The ARN that it was imported from, in AWS End User Messaging; it is not what -Source takes.</summary>
    public string? ImportedFrom { get; init; }

    /// <summary>The instance.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The number and its channel.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => $"{PhoneNumber} ({(Channel is null ? "voice only" : Channel.ToString())})";
}
