namespace Amazon.QConnect.Model;

/// <summary>A template at WhatsApp.</summary>
public class WhatsAppMessageTemplateSourceConfigurationSummary
{
    /// <summary>The WhatsApp Business Account in AWS End User Messaging Social: <c>waba-…</c> or its ARN.</summary>
    public string? BusinessAccountId { get; set; }

    /// <summary>What the template's parameters are filled with: attributes of the message template.</summary>
    public List<string>? Components { get; set; }

    /// <summary>Its language.</summary>
    public string? Language { get; set; }

    /// <summary>Its name at WhatsApp.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it can be sent.</summary>
    public WhatsAppSourceConfigurationStatus? Status { get; set; }

    /// <summary>Why it has that status.</summary>
    public string? StatusReason { get; set; }

    /// <summary>Its id at WhatsApp: digits.</summary>
    public string? TemplateId { get; set; }
}
