namespace Amazon.QConnect.Model;

/// <summary>Asks for a message template.</summary>
public class GetMessageTemplateRequest : AmazonQConnectRequest
{
    /// <summary>The knowledge base: its id or its ARN. URLs cannot contain the ARN, says the API reference; give the id. Required.</summary>
    public string? KnowledgeBaseId { get; set; }

    /// <summary>
    /// The template: its id or its ARN; <c>:version</c>, <c>:$ACTIVE_VERSION</c> or <c>:$LATEST</c> behind it chooses a version, <c>$LATEST</c>
    /// without. Required.
    /// </summary>
    public string? MessageTemplateId { get; set; }
}
