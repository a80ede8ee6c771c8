namespace Amazon.QConnect.Model;

/// <summary>The content of a WhatsApp message.</summary>
public class WhatsAppMessageTemplateContent
{
    /// <summary>The data, 1 to 6,000 characters, with its variables.</summary>
    public string? Data { get; set; }
}
