using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using static Amazon.Runtime.Internal.Endpoints.StandardLibrary.Fn;

namespace Amazon.RestJson;

/// <summary>The endpoint rules of regional services: host, Region and the partition's suffix.</summary>
/// <param name="host">The first part of the host name, such as <c>connect</c>; FIPS endpoints have <c>-fips</c> behind it.</param>
/// <param name="plainHostIsFipsInGovCloud">Whether the ordinary endpoints in AWS GovCloud (US) are the FIPS endpoints.</param>
internal sealed class RegionalEndpointProvider(string host, bool plainHostIsFipsInGovCloud) : IEndpointProvider
{
    /// <summary>Resolves the endpoint for the parameters that <see cref="RegionalEndpointResolver"/> gives.</summary>
    /// <exception cref="AmazonClientException">The combination has no endpoint, or no Region is set.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool fips = parameters[RegionalEndpointResolver.UseFips] is true;
        bool dualStack = parameters[RegionalEndpointResolver.UseDualStack] is true;
        if (parameters[RegionalEndpointResolver.CustomEndpoint] is string { Length: > 0 } custom)
        {
            if (fips) throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
            if (dualStack) throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported");
            return new Endpoint(custom);
        }

        if (parameters[RegionalEndpointResolver.Region] is not string { Length: > 0 } region)
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        if (!IsValidHostLabel(region, false))
            throw new AmazonClientException($"Invalid Configuration: '{region}' cannot be a Region; it would change the host that is called.");
        return new Endpoint($"https://{Host(region, fips, dualStack)}");
    }

    private string Host(string region, bool fips, bool dualStack)
    {
        var partition = Partition(region);
        string name = fips ? $"{host}-fips" : host;
        switch (fips, dualStack)
        {
            case (true, true) when !partition.supportsFIPS || !partition.supportsDualStack:
                throw new AmazonClientException("FIPS and DualStack are enabled, but this partition does not support one or both");
            case (true, false) when !partition.supportsFIPS:
                throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS");
            case (false, true) when !partition.supportsDualStack:
                throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack");
            case (true, false) when plainHostIsFipsInGovCloud && partition.name == "aws-us-gov":
                name = host;
                break;
        }

        return $"{name}.{region}.{(dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}";
    }
}
