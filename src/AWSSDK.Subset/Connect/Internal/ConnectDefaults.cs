using Amazon.RestJson;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Connect.Internal;

/// <summary>What every client of Amazon Connect shares; nothing here changes.</summary>
internal static class ConnectDefaults
{
    internal static readonly IServiceMetadata Metadata = new ServiceMetadata(AmazonConnectConfig.ServiceId);

    /// <summary>The service's endpoint rules (endpoint rule set of API version 2017-08-08).</summary>
    internal static readonly IEndpointProvider EndpointProvider = new RegionalEndpointProvider("connect", plainHostIsFipsInGovCloud: true);
}
