namespace Amazon.QConnect.Model;

/// <summary>What a search looks for.</summary>
public class MessageTemplateSearchExpression
{
    /// <summary>What the found must satisfy, at most 10.</summary>
    public List<MessageTemplateFilterField>? Filters { get; set; }

    /// <summary>What to look for, at most 4.</summary>
    public List<MessageTemplateQueryField>? Queries { get; set; }
}
