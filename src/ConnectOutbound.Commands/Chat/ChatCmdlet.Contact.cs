using System.Collections;
using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Commands.Parameters;

namespace ConnectOutbound.Commands;

/// <content>What a contact is: the parameters that rows may give as columns, too.</content>
public abstract partial class ChatCmdlet
{
    /// <summary>A CSV row or any object, a hashtable, a phone number as text, or an earlier result.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>The customer's phone number.</summary>
    [Parameter]
    [Alias("DestinationPhoneNumber", "DestinationEndpoint", "DestinationEndpoint_Address", "Phone", "PhoneNumber", "Mobile", "To")]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>The country of numbers that are written nationally, in rows that name none.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CountryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DefaultCountry { get; set; }

    /// <summary>The ARN of the Connect phone number that the message comes from.</summary>
    [Parameter]
    [Alias("From", "SourcePhoneNumberArn", "SourceEndpoint", "SourceEndpoint_Address")]
    [ArgumentCompleter(typeof(SourceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Source { get; set; }

    /// <summary>The instance, by id or ARN.</summary>
    [Parameter]
    [Alias("Instance", "InstanceArn")]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InstanceId { get; set; }

    /// <summary>The flow, by id or ARN.</summary>
    [Parameter]
    [Alias("Flow", "FlowId", "ContactFlowArn")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ContactFlowId { get; set; }

    /// <summary>SMS or WhatsApp.</summary>
    [Parameter]
    [Alias("Subtype")]
    public OutboundChannel Channel { get; set; }

    /// <summary>The text of the message; {Column} is replaced by the row's column.</summary>
    [Parameter]
    [Alias("Content", "Text")]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    /// <summary>The content type of the message.</summary>
    [Parameter]
    [Alias("ContentType")]
    [ValidateNotNullOrEmpty]
    public string? MessageContentType { get; set; }

    /// <summary>The knowledge base that holds the message template.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KnowledgeBaseId { get; set; }

    /// <summary>The message template.</summary>
    [Parameter]
    [Alias("Template")]
    [ArgumentCompleter(typeof(TemplateCompleter))]
    [ValidateNotNullOrEmpty]
    public string? MessageTemplateId { get; set; }

    /// <summary>Values for the template's custom attributes.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? TemplateAttribute { get; set; }

    /// <summary>Values for the template's customer profile attributes: a hashtable, or the text of a JSON object.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object? CustomerProfileAttribute { get; set; }

    /// <summary>Contact attributes for every row.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Attribute { get; set; }

    /// <summary>Columns to send as contact attributes; * for all that nothing else uses.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? AttributeColumn { get; set; }

    /// <summary>Segment attributes for every row.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? SegmentAttribute { get; set; }

    /// <summary>How long the chat lives: minutes, or a TimeSpan.</summary>
    [Parameter]
    [Alias("ChatDuration")]
    [ChatDurationTransformation]
    [ValidateRange(60, 10_080)]
    public int ChatDurationInMinutes { get; set; }

    /// <summary>The customer's name as agents see it.</summary>
    [Parameter]
    [Alias("Name", "CustomerName", "ParticipantDisplayName")]
    [ValidateNotNullOrEmpty]
    public string? DisplayName { get; set; }

    /// <summary>The contact that is deflected to this one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RelatedContactId { get; set; }

    /// <summary>Content types that the chat supports.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SupportedMessagingContentType { get; set; }

    /// <summary>The idempotency token.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ClientToken { get; set; }

    /// <summary>Which column stands for which parameter, for headers of one's own.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? ColumnMap { get; set; }

    /// <summary>Allows WhatsApp messages outside a template: the customers wrote within the last 24 hours.</summary>
    [Parameter]
    public SwitchParameter AllowFreeText { get; set; }
}
