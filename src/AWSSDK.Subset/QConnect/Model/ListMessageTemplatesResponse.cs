using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>The answer to a <see cref="ListMessageTemplatesRequest"/>.</summary>
public class ListMessageTemplatesResponse : AmazonWebServiceResponse
{
    /// <summary>One page of templates.</summary>
    public List<MessageTemplateSummary>? MessageTemplateSummaries { get; set; }

    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? NextToken { get; set; }
}
