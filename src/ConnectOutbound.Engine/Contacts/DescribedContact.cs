using Amazon.Connect.Model;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>Reads the answer of DescribeContact, which has no member for the state: the timestamps have to say it.</summary>
internal static class DescribedContact
{
    private const string SubtypePrefix = "connect:";

    /// <summary>Finds timestamps that cannot be read.</summary>
    /// <param name="contact">The contact as the service gives it.</param>
    /// <returns>The name of one; null where all can be read.</returns>
    public static string? UnreadableTime(Contact contact) =>
        ServiceTime.IsUnreadable(contact.DisconnectTimestamp) ? nameof(contact.DisconnectTimestamp)
        : ServiceTime.IsUnreadable(contact.ConnectedToSystemTimestamp) ? nameof(contact.ConnectedToSystemTimestamp)
        : ServiceTime.IsUnreadable(contact.AgentInfo?.ConnectedToAgentTimestamp) ? nameof(contact.AgentInfo.ConnectedToAgentTimestamp)
        : ServiceTime.IsUnreadable(contact.InitiationTimestamp) ? nameof(contact.InitiationTimestamp)
        : ServiceTime.IsUnreadable(contact.LastUpdateTimestamp) ? nameof(contact.LastUpdateTimestamp)
        : null;

    /// <summary>Reads it. A contact with a DisconnectTimestamp that cannot be read has ended all the same.</summary>
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
        InitiatedAt = ServiceTime.Read(contact.InitiationTimestamp),
        ConnectedAt = ServiceTime.Read(contact.ConnectedToSystemTimestamp),
        AgentConnectedAt = ServiceTime.Read(contact.AgentInfo?.ConnectedToAgentTimestamp),
        DisconnectedAt = ServiceTime.Read(contact.DisconnectTimestamp),
        DisconnectReason = string.IsNullOrEmpty(contact.DisconnectReason) ? null : contact.DisconnectReason,
        AgentId = contact.AgentInfo?.Id,
        QueueId = contact.QueueInfo?.Id,
        LastUpdatedAt = ServiceTime.Read(contact.LastUpdateTimestamp),
    };

    private static string? ChannelOf(Contact contact)
    {
        string? subtype = contact.SegmentAttributes?.GetValueOrDefault("connect:Subtype")?.ValueString;
        return subtype?.StartsWith(SubtypePrefix, StringComparison.Ordinal) == true
            && Enum.TryParse(subtype[SubtypePrefix.Length..], out OutboundChannel channel)
            ? channel.ToString()
            : contact.Channel?.Value;
    }
}
