using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.RestJson;

/// <summary>The SDK's "standard" defaults mode.</summary>
internal static class StandardDefaults
{
    /// <summary>A new provider of it. No time limits of its own: <see cref="ClientConfig.Timeout"/> is the caller's to set.</summary>
    internal static DefaultConfigurationProvider Provider() => new(
    [
        new DefaultConfiguration
        {
            Name = DefaultConfigurationMode.Standard,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        },
    ]);
}
