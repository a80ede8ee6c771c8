namespace Amazon.QConnect.Model;

/// <summary>Asks for the knowledge bases of the account in the Region.</summary>
public class ListKnowledgeBasesRequest : AmazonQConnectRequest
{
    /// <summary>How many to answer in one page, 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where the page begins: the token of the answer before.</summary>
    public string? NextToken { get; set; }
}
