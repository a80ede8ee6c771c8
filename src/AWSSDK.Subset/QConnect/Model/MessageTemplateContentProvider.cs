namespace Amazon.QConnect.Model;

/// <summary>The content of a message template: one of the members.</summary>
public class MessageTemplateContentProvider
{
    /// <summary>Of an e-mail.</summary>
    public EmailMessageTemplateContent? Email { get; set; }

    /// <summary>Of a text message.</summary>
    public SMSMessageTemplateContent? Sms { get; set; }

    /// <summary>Of a WhatsApp message.</summary>
    public WhatsAppMessageTemplateContent? WhatsApp { get; set; }
}
