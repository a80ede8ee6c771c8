using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>The answer to a <see cref="RenderMessageTemplateRequest"/>.</summary>
public class RenderMessageTemplateResponse : AmazonWebServiceResponse
{
    /// <summary>The keys of the attributes that have neither a value nor a default; their variables stand in the content as they are.</summary>
    public List<string>? AttributesNotInterpolated { get; set; }

    /// <summary>The content, filled in.</summary>
    public MessageTemplateContentProvider? Content { get; set; }

    /// <summary>Where the content comes from, for WhatsApp.</summary>
    public MessageTemplateSourceConfigurationSummary? SourceConfigurationSummary { get; set; }
}
