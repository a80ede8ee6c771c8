namespace Amazon.Connect.Model;

/// <summary>Asks for the instances of the account in the Region.</summary>
public class ListInstancesRequest : AmazonConnectRequest
{
    /// <summary>How many to answer in one page, 1 to 10.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where the page begins: the token of the answer before.</summary>
    public string? NextToken { get; set; }
}
