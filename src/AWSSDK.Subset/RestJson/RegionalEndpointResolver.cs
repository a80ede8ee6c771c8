using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.RestJson;

/// <summary>Hands the client's settings to the endpoint rules, under the names that the SDK uses.</summary>
internal sealed class RegionalEndpointResolver : BaseEndpointResolver
{
    internal const string Region = "Region";
    internal const string UseDualStack = "UseDualStack";
    internal const string UseFips = "UseFIPS";
    internal const string CustomEndpoint = "Endpoint";

    internal static EndpointParameters Parameters(IClientConfig config, RegionEndpoint? alternate) => new()
    {
        [Region] = (alternate ?? config.RegionEndpoint)?.SystemName ?? config.AuthenticationRegion,
        [UseDualStack] = config.UseDualstackEndpoint,
        [UseFips] = config.UseFIPSEndpoint,
        [CustomEndpoint] = config.ServiceURL,
    };

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        Parameters(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);
}
