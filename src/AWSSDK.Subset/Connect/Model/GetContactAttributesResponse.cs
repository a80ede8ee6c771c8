using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The answer to a <see cref="GetContactAttributesRequest"/>.</summary>
public class GetContactAttributesResponse : AmazonWebServiceResponse
{
    /// <summary>The attributes.</summary>
    public Dictionary<string, string>? Attributes { get; set; }
}
