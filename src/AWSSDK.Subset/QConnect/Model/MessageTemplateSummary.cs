namespace Amazon.QConnect.Model;

/// <summary>A message template without its content.</summary>
public class MessageTemplateSummary
{
    /// <summary>The number of the version that is active; null where none is.</summary>
    public long? ActiveVersionNumber { get; set; }

    /// <summary>The channel.</summary>
    public string? Channel { get; set; }

    /// <summary>What kind of message it is for.</summary>
    public ChannelSubtype? ChannelSubtype { get; set; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime? CreatedTime { get; set; }

    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>The ARN of its knowledge base.</summary>
    public string? KnowledgeBaseArn { get; set; }

    /// <summary>The id of its knowledge base.</summary>
    public string? KnowledgeBaseId { get; set; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>Its ARN.</summary>
    public string? MessageTemplateArn { get; set; }

    /// <summary>Its id.</summary>
    public string? MessageTemplateId { get; set; }

    /// <summary>Its name, 1 to 255 characters, unique in its knowledge base.</summary>
    public string? Name { get; set; }
}
