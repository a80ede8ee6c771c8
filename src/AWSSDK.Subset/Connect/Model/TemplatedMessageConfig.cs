namespace Amazon.Connect.Model;

/// <summary>A message template in a knowledge base of Amazon Q in Connect, and the values that it is filled with.</summary>
public class TemplatedMessageConfig
{
    /// <summary>The knowledge base, 1 to 500 characters. Required.</summary>
    public string? KnowledgeBaseId { get; set; }

    /// <summary>
    /// The template, 1 to 500 characters; <c>:version</c>, <c>:$ACTIVE_VERSION</c> or <c>:$LATEST</c> behind it chooses a version. Required.
    /// </summary>
    public string? MessageTemplateId { get; set; }

    /// <summary>The values. Required, even when there are none.</summary>
    public TemplateAttributes? TemplateAttributes { get; set; }
}
