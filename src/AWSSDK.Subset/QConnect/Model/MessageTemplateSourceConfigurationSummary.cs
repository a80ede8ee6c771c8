namespace Amazon.QConnect.Model;

/// <summary>Where the content of a template comes from.</summary>
public class MessageTemplateSourceConfigurationSummary
{
    /// <summary>The template at WhatsApp.</summary>
    public WhatsAppMessageTemplateSourceConfigurationSummary? WhatsApp { get; set; }
}
