namespace Amazon.QConnect.Model;

/// <summary>Words to look for in a field: name or description.</summary>
public class MessageTemplateQueryField
{
    /// <summary>Whether what is nearly the value matches, too.</summary>
    public bool? AllowFuzziness { get; set; }

    /// <summary>The field. Required.</summary>
    public string? Name { get; set; }

    /// <summary>How to compare. Required.</summary>
    public MessageTemplateQueryOperator? Operator { get; set; }

    /// <summary>The values, 1 to 5, of at most 1,024 characters. Required.</summary>
    public List<string>? Values { get; set; }
}
