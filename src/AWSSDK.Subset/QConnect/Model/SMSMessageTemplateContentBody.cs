namespace Amazon.QConnect.Model;

/// <summary>The text of a text message.</summary>
public class SMSMessageTemplateContentBody
{
    /// <summary>As plain text.</summary>
    public MessageTemplateBodyContentProvider? PlainText { get; set; }
}
