using Amazon;
using Amazon.Connect;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Service;

/// <summary>What the clients of all services have in common: where to, as whom, and without retries of the SDK's own.</summary>
internal sealed class ClientSetup
{
    private readonly Uri? _url;
    private readonly RegionEndpoint _region;
    private readonly CredentialProfile? _profile;
    private readonly string? _profileLocation;

    private ClientSetup(Uri? url, AWSCredentials? credentials, RegionEndpoint region, CredentialProfile? profile, string? profileLocation)
    {
        _url = url;
        Credentials = credentials;
        _region = region;
        _profile = profile;
        _profileLocation = profileLocation;
    }

    /// <summary>The credentials that were asked for; null for the SDK's chain.</summary>
    public AWSCredentials? Credentials { get; }

    /// <summary>The Region that signs.</summary>
    public string Region => _region.SystemName;

    /// <summary>Works the settings out; asks nobody but this machine.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <returns>The setup.</returns>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    public static ClientSetup Resolve(ConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Uri? url = settings.EndpointUrl is null ? null : EndpointUrlRules.Check(settings.EndpointUrl, "-EndpointUrl");
        CredentialProfile? profile = CredentialResolver.Profile(settings);
        AWSCredentials? credentials = CredentialResolver.Credentials(settings, profile);
        RegionEndpoint region = RegionResolver.Resolve(settings, profile, url is not null && EndpointUrlRules.IsLoopback(url));
        return new ClientSetup(url, credentials, region, profile, settings.ProfileLocation);
    }

    /// <summary>Sets a client's configuration up.</summary>
    /// <param name="config">The configuration, new.</param>
    /// <param name="connections">How many connections at the same time.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <param name="mostBytes">How many bytes an answer may have.</param>
    /// <returns>What stands for the endpoint (host and port, or the Region), and the place that requests go to; the account is not known.</returns>
    /// <exception cref="OutboundException">The endpoint of the environment or the profile is wrong.</exception>
    public (string Endpoint, RunPlace Place) Apply(ClientConfig config, int connections, TimeSpan timeout, int mostBytes)
    {
        config.RegionEndpoint = _region;
        config.AuthenticationRegion = Region;
        // The engine repeats requests itself. Adaptive mode, which the environment may ask for, would block without sending.
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.Timeout = timeout;
        config.MaxConnectionsPerServer = connections;
        config.AllowAutoRedirect = false;
        if (_profile is not null)
            config.Profile = new Profile(_profile.Name, _profileLocation);
        string? service = _url is null ? ConfiguredEndpoint.Apply(config, _profile) : config.ServiceURL = _url.AbsoluteUri;
        Uri? endpoint = service is null ? null : new Uri(service);
        bool isLoopback = endpoint is not null && EndpointUrlRules.IsLoopback(endpoint);
        config.HttpClientFactory = new BoundedClientFactory(mostBytes, isLoopback);
        return (endpoint?.Authority ?? Region, isLoopback ? RunPlace.Loopback : RunPlace.Aws(_region.PartitionName, Region));
    }

    /// <summary>Works out where requests would go, for a command that sends none: it needs no credentials, and the settings may be incomplete.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <returns>The place; null if the settings do not say it.</returns>
    public static RunPlace? FindPlace(ConnectionSettings settings)
    {
        try
        {
            CredentialProfile? profile = CredentialResolver.Profile(settings);
            var config = new AmazonConnectConfig();
            if (profile is not null)
                config.Profile = new Profile(profile.Name, settings.ProfileLocation);
            string? url = settings.EndpointUrl ?? ConfiguredEndpoint.Apply(config, profile);
            if (url is not null && EndpointUrlRules.IsLoopback(EndpointUrlRules.Check(url, "-EndpointUrl")))
                return RunPlace.Loopback;
            // The machine's own service is not asked: it takes its time to be absent.
            RegionEndpoint? region = RegionResolver.Find(settings, profile, metadata: false);
            return region is null && url is null ? null : RunPlace.Aws(region?.PartitionName, region?.SystemName);
        }
        catch (OutboundException)
        {
            return null;
        }
    }
}
