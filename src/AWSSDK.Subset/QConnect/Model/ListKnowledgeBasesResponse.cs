using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>The answer to a <see cref="ListKnowledgeBasesRequest"/>.</summary>
public class ListKnowledgeBasesResponse : AmazonWebServiceResponse
{
    /// <summary>One page of knowledge bases.</summary>
    public List<KnowledgeBaseSummary>? KnowledgeBaseSummaries { get; set; }

    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? NextToken { get; set; }
}
