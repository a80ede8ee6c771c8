using Amazon;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using ConnectOutbound.Engine.Sending;

namespace ConnectOutbound.Engine.Connection;

/// <summary>The engine's client: the SDK's, without retries of its own, with errors that say what to do.</summary>
public sealed class ContactConnection : IContactClient, IDisposable
{
    private readonly AmazonConnectClient _client;
    private readonly AWSCredentials? _credentials;
    private readonly object _gate = new();
    private Task<AWSCredentials>? _chain;

    private ContactConnection(AmazonConnectClient client, AWSCredentials? credentials, string region, string endpoint)
    {
        _client = client;
        _credentials = credentials;
        Region = region;
        Endpoint = endpoint;
    }

    /// <summary>The Region that signs.</summary>
    public string Region { get; }

    /// <summary>Host and port that requests go to.</summary>
    public string Endpoint { get; }

    /// <summary>Opens a connection; nothing is sent, and credentials are looked up with the first request.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <param name="connections">How many connections at the same time.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ConnectionException">The settings are wrong.</exception>
    public static ContactConnection Open(ConnectionSettings settings, int connections, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Uri? url = settings.EndpointUrl is null ? null : EndpointUrlRules.Check(settings.EndpointUrl, "-EndpointUrl");
        CredentialProfile? profile = CredentialResolver.Profile(settings);
        AWSCredentials? credentials = CredentialResolver.Credentials(settings, profile);
        RegionEndpoint region = RegionResolver.Resolve(settings, profile, url is not null && EndpointUrlRules.IsLoopback(url));
        var config = new AmazonConnectConfig
        {
            RegionEndpoint = region,
            AuthenticationRegion = region.SystemName,
            // The engine repeats requests itself. Adaptive mode, which the environment may ask for, would block without sending.
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
            Timeout = timeout,
            MaxConnectionsPerServer = connections,
            AllowAutoRedirect = false,
        };
        if (url is not null)
            config.ServiceURL = url.AbsoluteUri;
        if (config.ServiceURL is string service)
            EndpointUrlRules.Check(service, "The endpoint that the environment or the profile gives");

        // What goes to this machine goes nowhere else: a proxy of the environment would get it in clear text.
        if (config.ServiceURL is string local && EndpointUrlRules.IsLoopback(new Uri(local)))
            config.SetWebProxy(new NoProxy());
        string endpoint = config.ServiceURL is string other ? new Uri(other).Authority : region.SystemName;
        AmazonConnectClient client = credentials is null ? new AmazonConnectClient(config) : new AmazonConnectClient(credentials, config);
        return new ContactConnection(client, credentials, region.SystemName, endpoint);
    }

    /// <inheritdoc/>
    public async Task<StartedContact> StartAsync(StartOutboundChatContactRequest request, CancellationToken cancellationToken)
    {
        await CheckCredentialsAsync(cancellationToken).ConfigureAwait(false);
        StartOutboundChatContactResponse response = await _client.StartOutboundChatContactAsync(request, cancellationToken).ConfigureAwait(false);
        return new StartedContact(response.ContactId, response.ResponseMetadata?.RequestId);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // The SDK throws the same types for missing credentials and for lost connections; asked beforehand, it cannot be mistaken.
    private async Task CheckCredentialsAsync(CancellationToken cancellationToken)
    {
        try
        {
            AWSCredentials credentials = _credentials ?? await ChainAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Each kind of credentials fails in its own way; to the run it is the same.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new RunFaultException(RunFaults.CredentialsNotFound(Rows.Shown.Clause(e.InnerException?.Message ?? e.Message)), e);
        }
    }

    private Task<AWSCredentials> ChainAsync()
    {
        lock (_gate)
        {
            if (_chain is null or { IsFaulted: true })
                _chain = Task.Run(() => new DefaultAWSCredentialsIdentityResolver().ResolveIdentityAsync(_client.Config, CancellationToken.None));
            return _chain;
        }
    }
}
