using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The answer to a <see cref="StartOutboundChatContactRequest"/>.</summary>
public class StartOutboundChatContactResponse : AmazonWebServiceResponse
{
    /// <summary>The contact's id in the instance, 1 to 256 characters; null when the answer did not have one.</summary>
    public string? ContactId { get; set; }
}
