using Amazon.RestJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Connect.Internal;

/// <summary>What every client of Amazon Connect shares; nothing here changes.</summary>
internal static class ConnectDefaults
{
    internal static readonly IServiceMetadata Metadata = new ServiceMetadata(AmazonConnectConfig.ServiceId);

    /// <summary>The service's endpoint rules (endpoint rule set of API version 2017-08-08).</summary>
    internal static readonly IEndpointProvider EndpointProvider = new RegionalEndpointProvider("connect", plainHostIsFipsInGovCloud: true);

    /// <summary>
    /// The SDK's "standard" defaults mode. No time limits of its own: <see cref="ClientConfig.Timeout"/> is the caller's to set.
    /// </summary>
    internal static IDefaultConfiguration Standard => new DefaultConfiguration
    {
        Name = DefaultConfigurationMode.Standard,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
    };
}
