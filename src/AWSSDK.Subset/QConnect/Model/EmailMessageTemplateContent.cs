namespace Amazon.QConnect.Model;

/// <summary>The content of an e-mail.</summary>
public class EmailMessageTemplateContent
{
    /// <summary>The text.</summary>
    public EmailMessageTemplateContentBody? Body { get; set; }

    /// <summary>The subject.</summary>
    public string? Subject { get; set; }
}
