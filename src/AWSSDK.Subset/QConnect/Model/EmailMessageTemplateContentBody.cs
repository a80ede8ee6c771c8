namespace Amazon.QConnect.Model;

/// <summary>The text of an e-mail.</summary>
public class EmailMessageTemplateContentBody
{
    /// <summary>As plain text.</summary>
    public MessageTemplateBodyContentProvider? PlainText { get; set; }
}
