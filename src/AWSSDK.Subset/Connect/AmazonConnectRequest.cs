using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>The base of all requests to Amazon Connect.</summary>
public class AmazonConnectRequest : AmazonWebServiceRequest;
