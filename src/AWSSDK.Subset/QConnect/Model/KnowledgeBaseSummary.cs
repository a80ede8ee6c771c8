namespace Amazon.QConnect.Model;

/// <summary>A knowledge base.</summary>
public class KnowledgeBaseSummary
{
    /// <summary>What it is for.</summary>
    public string? Description { get; set; }

    /// <summary>Its ARN.</summary>
    public string? KnowledgeBaseArn { get; set; }

    /// <summary>Its id.</summary>
    public string? KnowledgeBaseId { get; set; }

    /// <summary>What it holds.</summary>
    public KnowledgeBaseType? KnowledgeBaseType { get; set; }

    /// <summary>Its name, 1 to 255 characters.</summary>
    public string? Name { get; set; }

    /// <summary>Its state.</summary>
    public KnowledgeBaseStatus? Status { get; set; }
}
