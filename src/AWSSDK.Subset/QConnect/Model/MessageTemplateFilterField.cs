namespace Amazon.QConnect.Model;

/// <summary>A condition on a field: name, description, channel, channelSubtype, language, qualifier, createdTime, lastModifiedTime or lastModifiedBy.</summary>
public class MessageTemplateFilterField
{
    /// <summary>Whether a template without the field matches.</summary>
    public bool? IncludeNoExistence { get; set; }

    /// <summary>The field. Required.</summary>
    public string? Name { get; set; }

    /// <summary>How to compare. Required.</summary>
    public MessageTemplateFilterOperator? Operator { get; set; }

    /// <summary>The values, 1 to 5, of at most 2,048 characters.</summary>
    public List<string>? Values { get; set; }
}
