namespace Amazon.QConnect.Model;

/// <summary>A text.</summary>
public class MessageTemplateBodyContentProvider
{
    /// <summary>The text, with its variables.</summary>
    public string? Content { get; set; }
}
