namespace Amazon.Connect.Model;

/// <summary>A contact. What it does not have is null.</summary>
public class Contact
{
    /// <summary>Its agent.</summary>
    public AgentInfo? AgentInfo { get; set; }

    /// <summary>Its ARN.</summary>
    public string? Arn { get; set; }

    /// <summary>Its attributes.</summary>
    public Dictionary<string, string>? Attributes { get; set; }

    /// <summary>How it reaches the customer.</summary>
    public Channel? Channel { get; set; }

    /// <summary>When the customer's end was connected to Amazon Connect, in UTC.</summary>
    public DateTime? ConnectedToSystemTimestamp { get; set; }

    /// <summary>An id that all contacts of one conversation share.</summary>
    public string? ContactAssociationId { get; set; }

    /// <summary>The customer's end.</summary>
    public EndpointInfo? CustomerEndpoint { get; set; }

    /// <summary>The id of the customer.</summary>
    public string? CustomerId { get; set; }

    /// <summary>What it is about.</summary>
    public string? Description { get; set; }

    /// <summary>More on how it ended.</summary>
    public DisconnectDetails? DisconnectDetails { get; set; }

    /// <summary>Why it ended, such as <c>CUSTOMER_DISCONNECT</c>; may be null on a contact that has ended.</summary>
    public string? DisconnectReason { get; set; }

    /// <summary>When it ended; null while it has not, in UTC.</summary>
    public DateTime? DisconnectTimestamp { get; set; }

    /// <summary>Its id.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the first contact of those that it belongs to.</summary>
    public string? InitialContactId { get; set; }

    /// <summary>How it was initiated.</summary>
    public ContactInitiationMethod? InitiationMethod { get; set; }

    /// <summary>When it was initiated, in UTC.</summary>
    public DateTime? InitiationTimestamp { get; set; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime? LastUpdateTimestamp { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>The id of the contact before it, where it was transferred.</summary>
    public string? PreviousContactId { get; set; }

    /// <summary>Its queue.</summary>
    public QueueInfo? QueueInfo { get; set; }

    /// <summary>The id of a contact that it is related to.</summary>
    public string? RelatedContactId { get; set; }

    /// <summary>When its flow is to begin, in UTC.</summary>
    public DateTime? ScheduledTimestamp { get; set; }

    /// <summary>Its segment attributes; <c>connect:Subtype</c> tells the kind of chat.</summary>
    public Dictionary<string, SegmentAttributeValue>? SegmentAttributes { get; set; }

    /// <summary>The contact center's end.</summary>
    public EndpointInfo? SystemEndpoint { get; set; }

    /// <summary>Its tags.</summary>
    public Dictionary<string, string>? Tags { get; set; }
}
