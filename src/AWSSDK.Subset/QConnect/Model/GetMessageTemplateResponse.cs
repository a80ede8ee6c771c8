using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>The answer to a <see cref="GetMessageTemplateRequest"/>.</summary>
public class GetMessageTemplateResponse : AmazonWebServiceResponse
{
    /// <summary>The template.</summary>
    public ExtendedMessageTemplateData? MessageTemplate { get; set; }
}
