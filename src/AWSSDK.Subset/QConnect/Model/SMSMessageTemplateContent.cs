namespace Amazon.QConnect.Model;

/// <summary>The content of a text message.</summary>
public class SMSMessageTemplateContent
{
    /// <summary>The text.</summary>
    public SMSMessageTemplateContentBody? Body { get; set; }
}
