using Amazon.Runtime;

namespace Amazon.Connect.Model;

/// <summary>The answer to a <see cref="StopContactRequest"/>.</summary>
public class StopContactResponse : AmazonWebServiceResponse;
