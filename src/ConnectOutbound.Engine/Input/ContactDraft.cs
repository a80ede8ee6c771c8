using Amazon.Connect.Model;

namespace ConnectOutbound.Engine.Input;

/// <summary>What a row says about its contact, read but not yet checked. Absent values are null.</summary>
public sealed record ContactDraft
{
    /// <summary>The row.</summary>
    public required Row Row { get; init; }

    /// <summary>What the row's columns are used for; null for a draft that was made without a mapper.</summary>
    internal ColumnPlan? Plan { get; init; }

    /// <summary>The column that the number was read from, or -1.</summary>
    internal int DestinationColumn { get; init; } = -1;

    /// <summary>The columns in which the row says that the customer does not want messages, in quotes; null where it does not.</summary>
    public string? OptOut { get; init; }

    /// <summary>The number as it was written.</summary>
    public string? Destination { get; init; }

    /// <summary>Why the cell of the destination cannot be a phone number, whatever its text looks like; null where the text decides.</summary>
    public string? DestinationProblem { get; init; }

    /// <summary>The country that a number written nationally belongs to.</summary>
    public string? Country { get; init; }

    /// <summary>The customer's time zone; null where quiet hours do not matter.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The Connect phone-number ARN.</summary>
    public string? Source { get; init; }

    /// <summary>Id or ARN of the instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Id or ARN of the flow.</summary>
    public string? ContactFlowId { get; init; }

    /// <summary>The channel.</summary>
    public OutboundChannel? Channel { get; init; }

    /// <summary>The message, its placeholders filled.</summary>
    public string? Message { get; init; }

    /// <summary>The message's content type.</summary>
    public string? MessageContentType { get; init; }

    /// <summary>The knowledge base of the template.</summary>
    public string? KnowledgeBaseId { get; init; }

    /// <summary>The template.</summary>
    public string? MessageTemplateId { get; init; }

    /// <summary>Values of the template's custom attributes.</summary>
    public IReadOnlyDictionary<string, string>? TemplateAttributes { get; init; }

    /// <summary>Values of the template's customer profile attributes: a JSON object.</summary>
    public string? CustomerProfileAttributes { get; init; }

    /// <summary>Contact attributes.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>Segment attributes, without those that the module adds itself.</summary>
    public IReadOnlyDictionary<string, SegmentAttributeValue>? SegmentAttributes { get; init; }

    /// <summary>The chat's life in minutes.</summary>
    public int? ChatDurationInMinutes { get; init; }

    /// <summary>The customer's name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The contact that is deflected.</summary>
    public string? RelatedContactId { get; init; }

    /// <summary>Content types that the chat supports.</summary>
    public IReadOnlyList<string>? SupportedMessagingContentTypes { get; init; }

    /// <summary>The idempotency token that the row brought.</summary>
    public string? ClientToken { get; init; }

    /// <summary>What an earlier command said of the row; null if it is no result.</summary>
    public SavedResult? Saved { get; init; }

    /// <summary>What tells several contacts with one destination apart.</summary>
    public string? Key { get; init; }

    /// <summary>Whether instance, flow or source number came from the row itself: a wrong one is then the row's fault and not the run's.</summary>
    public bool BringsOwnResource { get; init; }

    /// <summary>Faults found in reading.</summary>
    public required IReadOnlyList<RowFault> Faults { get; init; }
}
