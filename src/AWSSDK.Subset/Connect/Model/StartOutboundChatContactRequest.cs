namespace Amazon.Connect.Model;

/// <summary>
/// A request to start an outbound SMS or WhatsApp chat contact
/// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundChatContact.html">StartOutboundChatContact</see>).
/// Collections are null until set.
/// </summary>
public class StartOutboundChatContactRequest : AmazonConnectRequest
{
    /// <summary>
    /// Contact attributes that the flow can read: at most 32,768 UTF-8 bytes over all pairs; names of letters, digits, <c>-</c> and <c>_</c>.
    /// </summary>
    public Dictionary<string, string>? Attributes { get; set; }

    /// <summary>How long the chat may last, in minutes, 60 to 10,080 (7 days). The service takes 1,500 (25 hours) when it is not set.</summary>
    public int? ChatDurationInMinutes { get; set; }

    /// <summary>
    /// Makes the request idempotent, at most 500 characters: for 7 days the same token answers the same contact and starts no other.
    /// When it is not set, a new GUID is sent.
    /// </summary>
    public string? ClientToken { get; set; }

    /// <summary>The flow that handles the contact: its id, the last part of its ARN; at most 500 characters. Required.</summary>
    public string? ContactFlowId { get; set; }

    /// <summary>The customer: of type <see cref="EndpointType.TELEPHONE_NUMBER"/>. Required.</summary>
    public Endpoint? DestinationEndpoint { get; set; }

    /// <summary>The first message. Not together with <see cref="InitialTemplatedSystemMessage"/>.</summary>
    public ChatMessage? InitialSystemMessage { get; set; }

    /// <summary>The first message, from a template. Not together with <see cref="InitialSystemMessage"/>.</summary>
    public TemplatedMessageConfig? InitialTemplatedSystemMessage { get; set; }

    /// <summary>The instance: its id, the last part of its ARN; 1 to 100 characters. Required.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The customer's name.</summary>
    public ParticipantDetails? ParticipantDetails { get; set; }

    /// <summary>The contact that is deflected to this one, 1 to 256 characters.</summary>
    public string? RelatedContactId { get; set; }

    /// <summary>
    /// Segment attributes; names have 1 to 128 characters. Required: <c>connect:Subtype</c> chooses the channel, with the
    /// <see cref="SegmentAttributeValue.ValueString"/> <c>connect:SMS</c> or <c>connect:WhatsApp</c>.
    /// </summary>
    public Dictionary<string, SegmentAttributeValue>? SegmentAttributes { get; set; }

    /// <summary>The number that the contact comes from: of type <see cref="EndpointType.CONNECT_PHONENUMBER_ARN"/>. Required.</summary>
    public Endpoint? SourceEndpoint { get; set; }

    /// <summary>The media types that the chat may carry, each 1 to 100 characters; <c>text/plain</c> has to be among them.</summary>
    public List<string>? SupportedMessagingContentTypes { get; set; }
}
