using Amazon.QConnect;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Service;

/// <summary>A client of Amazon Q in Connect, which has the message templates. It is set up as <see cref="ContactConnection"/> is.</summary>
public sealed class TemplateConnection : IDisposable
{
    private readonly AmazonQConnectClient _client;
    private readonly CheckedCredentials _credentials;

    private TemplateConnection(AmazonQConnectClient client, CheckedCredentials credentials, string region, string endpoint)
    {
        _client = client;
        _credentials = credentials;
        Region = region;
        Endpoint = endpoint;
    }

    /// <summary>The client.</summary>
    public IAmazonQConnect Client => _client;

    /// <summary>The Region that signs.</summary>
    public string Region { get; }

    /// <summary>Host and port that requests go to.</summary>
    public string Endpoint { get; }

    /// <summary>Opens a connection; nothing is sent, and credentials are looked up with the first request.</summary>
    /// <param name="settings">Where to and who. An EndpointUrl holds for this service, too.</param>
    /// <param name="connections">How many connections at the same time.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    public static TemplateConnection Open(ConnectionSettings settings, int connections, TimeSpan timeout)
    {
        ClientSetup setup = ClientSetup.Resolve(settings);
        var config = new AmazonQConnectConfig();
        (string endpoint, _) = setup.Apply(config, connections, timeout, AnswerReceiver.MostOfList);
        var credentials = new CheckedCredentials(setup.Credentials, config, TimeProvider.System);
        var client = new AmazonQConnectClient(credentials, config);
        return new TemplateConnection(client, credentials, setup.Region, endpoint);
    }

    /// <summary>Sees to it that there are credentials.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When there are some.</returns>
    /// <exception cref="OutboundException">There are none.</exception>
    public Task CheckCredentialsAsync(CancellationToken cancellationToken) => _credentials.CheckAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _credentials.Dispose();
    }
}
