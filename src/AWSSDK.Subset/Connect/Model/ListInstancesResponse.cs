using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The answer to a <see cref="ListInstancesRequest"/>.</summary>
public class ListInstancesResponse : AmazonWebServiceResponse
{
    /// <summary>One page of instances.</summary>
    public List<InstanceSummary>? InstanceSummaryList { get; set; }

    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? NextToken { get; set; }
}
