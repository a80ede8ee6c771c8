using Amazon.Connect.Model;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>Reads the answer of DescribeContact, which has no member for the state: the timestamps have to say it.</summary>
internal static class DescribedContact
{
    private const string SubtypePrefix = "connect:";

    /// <summary>Reads it.</summary>
    /// <param name="contact">The contact as the service gives it.</param>
    /// <param name="asked">The contact that was asked for.</param>
    /// <returns>Its state.</returns>
    public static OutboundContactState Read(Contact contact, ContactReference asked) => new(asked.Input, contact.Attributes)
    {
        ContactId = asked.ContactId,
        InstanceId = asked.InstanceId,
        State = contact.DisconnectTimestamp is null ? OutboundContactStage.Active : OutboundContactStage.Disconnected,
        Channel = ChannelOf(contact),
        Destination = contact.CustomerEndpoint?.Address,
        InitiatedAt = Time(contact.InitiationTimestamp),
        ConnectedAt = Time(contact.ConnectedToSystemTimestamp),
        AgentConnectedAt = Time(contact.AgentInfo?.ConnectedToAgentTimestamp),
        DisconnectedAt = Time(contact.DisconnectTimestamp),
        DisconnectReason = string.IsNullOrEmpty(contact.DisconnectReason) ? null : contact.DisconnectReason,
        AgentId = contact.AgentInfo?.Id,
        QueueId = contact.QueueInfo?.Id,
        LastUpdatedAt = Time(contact.LastUpdateTimestamp),
    };

    private static string? ChannelOf(Contact contact)
    {
        string? subtype = contact.SegmentAttributes?.GetValueOrDefault("connect:Subtype")?.ValueString;
        return subtype?.StartsWith(SubtypePrefix, StringComparison.Ordinal) == true && Enum.TryParse(subtype[SubtypePrefix.Length..], out OutboundChannel channel)
            ? channel.ToString()
            : contact.Channel?.Value;
    }

    private static DateTimeOffset? Time(DateTime? time) => time is DateTime known ? new DateTimeOffset(known.ToUniversalTime()) : null;
}
