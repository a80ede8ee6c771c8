namespace ConnectOutbound.Engine.Input;

/// <summary>What a row can say about its contact. The names are those of the parameters.</summary>
public enum ContactField
{
    /// <summary>The customer's phone number.</summary>
    Destination,

    /// <summary>The Connect phone-number ARN that the message comes from.</summary>
    Source,

    /// <summary>The Amazon Connect instance, by id or ARN.</summary>
    InstanceId,

    /// <summary>The flow that handles the contact, by id or ARN.</summary>
    ContactFlowId,

    /// <summary>SMS or WhatsApp.</summary>
    Channel,

    /// <summary>The text of the initial system message.</summary>
    Message,

    /// <summary>The content type of the initial system message.</summary>
    MessageContentType,

    /// <summary>The knowledge base that holds the message template.</summary>
    KnowledgeBaseId,

    /// <summary>The message template.</summary>
    MessageTemplateId,

    /// <summary>Values for the template's custom attributes.</summary>
    TemplateAttribute,

    /// <summary>Values for the template's customer profile attributes, a JSON object.</summary>
    CustomerProfileAttribute,

    /// <summary>Contact attributes, which flows can read.</summary>
    Attribute,

    /// <summary>Segment attributes.</summary>
    SegmentAttribute,

    /// <summary>How long the chat lives, in minutes.</summary>
    ChatDurationInMinutes,

    /// <summary>The customer's name as agents see it.</summary>
    DisplayName,

    /// <summary>The contact that is deflected to this one.</summary>
    RelatedContactId,

    /// <summary>The content types that the chat supports.</summary>
    SupportedMessagingContentType,

    /// <summary>The idempotency token.</summary>
    ClientToken,

    /// <summary>The country that a number written nationally belongs to (ISO 3166-1, two letters).</summary>
    Country,

    /// <summary>The customer's time zone, for quiet hours.</summary>
    TimeZone,
}
