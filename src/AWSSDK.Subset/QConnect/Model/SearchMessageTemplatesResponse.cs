using Amazon.Runtime;

namespace Amazon.QConnect.Model;

/// <summary>The answer to a <see cref="SearchMessageTemplatesRequest"/>.</summary>
public class SearchMessageTemplatesResponse : AmazonWebServiceResponse
{
    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? NextToken { get; set; }

    /// <summary>One page of what was found.</summary>
    public List<MessageTemplateSearchResultData>? Results { get; set; }
}
