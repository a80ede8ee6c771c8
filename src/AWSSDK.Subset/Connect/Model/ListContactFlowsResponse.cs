using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The answer to a <see cref="ListContactFlowsRequest"/>.</summary>
public class ListContactFlowsResponse : AmazonWebServiceResponse
{
    /// <summary>One page of flows.</summary>
    public List<ContactFlowSummary>? ContactFlowSummaryList { get; set; }

    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? NextToken { get; set; }
}
