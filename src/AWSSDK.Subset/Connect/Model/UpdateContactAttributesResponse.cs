using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The answer to a <see cref="UpdateContactAttributesRequest"/>.</summary>
public class UpdateContactAttributesResponse : AmazonWebServiceResponse;
