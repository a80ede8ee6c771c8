using Amazon.RestJson;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.QConnect.Internal;

/// <summary>What every client of Amazon Q in Connect shares; nothing here changes.</summary>
internal static class QConnectDefaults
{
    internal static readonly IServiceMetadata Metadata = new ServiceMetadata(AmazonQConnectConfig.ServiceId);

    /// <summary>The service's endpoint rules (endpoint rule set of API version 2020-10-19).</summary>
    internal static readonly IEndpointProvider EndpointProvider = new RegionalEndpointProvider("wisdom", plainHostIsFipsInGovCloud: false);
}
