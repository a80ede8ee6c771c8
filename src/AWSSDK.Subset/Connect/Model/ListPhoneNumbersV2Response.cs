using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The answer to a <see cref="ListPhoneNumbersV2Request"/>.</summary>
public class ListPhoneNumbersV2Response : AmazonWebServiceResponse
{
    /// <summary>One page of phone numbers.</summary>
    public List<ListPhoneNumbersSummary>? ListPhoneNumbersSummaryList { get; set; }

    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? NextToken { get; set; }
}
