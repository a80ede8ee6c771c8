namespace Amazon.QConnect.Model;

/// <summary>Asks for the text of a message template with values filled in.</summary>
public class RenderMessageTemplateRequest : AmazonQConnectRequest
{
    /// <summary>The values. Required, even when there are none.</summary>
    public MessageTemplateAttributes? Attributes { get; set; }

    /// <summary>The knowledge base: its id or its ARN. URLs cannot contain the ARN, says the API reference; give the id. Required.</summary>
    public string? KnowledgeBaseId { get; set; }

    /// <summary>
    /// The template: its id or its ARN; <c>:version</c>, <c>:$ACTIVE_VERSION</c> or <c>:$LATEST</c> behind it chooses a version, <c>$LATEST</c>
    /// without. Required.
    /// </summary>
    public string? MessageTemplateId { get; set; }
}
