using Amazon.Connect.Internal;
using Amazon.RestJson;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.Connect;

/// <summary>
/// How a client reaches Amazon Connect. What is not set comes from the environment and the shared configuration files, as for all clients of
/// the SDK (SDKs and Tools Reference Guide); <c>AWS_ENDPOINT_URL_CONNECT</c> and the profile's <c>services</c> section name this
/// service <c>connect</c>.
/// </summary>
public class AmazonConnectConfig : ClientConfig
{
    private static readonly string s_userAgentString =
        InternalSDKUtils.BuildUserAgentString(ServiceId, typeof(AmazonConnectConfig).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");

    /// <summary>Makes a configuration with the SDK's standard defaults.</summary>
    public AmazonConnectConfig()
        : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "connect";
        EndpointProvider = ConnectDefaults.EndpointProvider;
    }

    /// <summary>The service's id in the service model.</summary>
    public static new string ServiceId => "Connect";

    /// <summary>The name of the service in endpoints.</summary>
    public override string RegionEndpointServiceName => "connect";

    /// <summary>The version of the service's API.</summary>
    public override string ServiceVersion => ConnectService.ApiVersion;

    /// <summary>How the client names itself to the service.</summary>
    public override string UserAgent => s_userAgentString;

    /// <summary>Resolves the endpoint that a request would go to, without sending it.</summary>
    /// <param name="parameters">The request and the Region to use instead of the configuration's, if any.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="AmazonClientException">The configuration has no endpoint.</exception>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointProvider.ResolveEndpoint(RegionalEndpointResolver.Parameters(this, parameters.AlternateEndpoint));
    }
}
