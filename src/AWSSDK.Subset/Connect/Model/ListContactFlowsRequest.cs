namespace Amazon.Connect.Model;

/// <summary>Asks for the flows of an instance.</summary>
public class ListContactFlowsRequest : AmazonConnectRequest
{
    /// <summary>The types of flows to answer, at most 10; see <see cref="ContactFlowType"/>. All when not set.</summary>
    public List<string>? ContactFlowTypes { get; set; }

    /// <summary>The instance: its id, the last part of its ARN; 1 to 100 characters. Required.</summary>
    public string? InstanceId { get; set; }

    /// <summary>How many to answer in one page, 1 to 1,000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where the page begins: the token of the answer before.</summary>
    public string? NextToken { get; set; }
}
