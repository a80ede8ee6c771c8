using Amazon.Runtime;

namespace Amazon.QConnect;

/// <summary>The base of all requests to Amazon Q in Connect.</summary>
public class AmazonQConnectRequest : AmazonWebServiceRequest;
