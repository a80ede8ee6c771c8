namespace Amazon.QConnect.Model;

/// <summary>Asks for the message templates of a knowledge base.</summary>
public class ListMessageTemplatesRequest : AmazonQConnectRequest
{
    /// <summary>The knowledge base: its id or its ARN. URLs cannot contain the ARN, says the API reference; give the id. Required.</summary>
    public string? KnowledgeBaseId { get; set; }

    /// <summary>How many to answer in one page, 1 to 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where the page begins: the token of the answer before.</summary>
    public string? NextToken { get; set; }
}
