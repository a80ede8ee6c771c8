using Amazon.Connect;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Sending;

namespace ConnectOutbound.Engine.Service;

/// <summary>The engine's client: the SDK's, without retries of its own, with errors that say what to do.</summary>
public sealed class ContactConnection : IContactClient, IDisposable
{
    private readonly AmazonConnectClient _client;
    private readonly CheckedCredentials _credentials;

    private ContactConnection(AmazonConnectClient client, CheckedCredentials credentials, string region, string endpoint, RunPlace place)
    {
        _client = client;
        _credentials = credentials;
        Region = region;
        Endpoint = endpoint;
        Place = place;
    }

    /// <summary>The client, for the operations around the send.</summary>
    public IAmazonConnect Client => _client;

    /// <summary>The Region that signs.</summary>
    public string Region { get; }

    /// <summary>Host and port that requests go to.</summary>
    public string Endpoint { get; }

    /// <summary>The place that requests go to, to which a named run belongs. The account is not known: the source number of each row has it.</summary>
    public RunPlace Place { get; }

    /// <summary>Works out where requests would go, for a command that sends none: it needs no credentials, and the settings may be incomplete.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <returns>The place; null if the settings do not say it.</returns>
    public static RunPlace? FindPlace(ConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ClientSetup.FindPlace(settings);
    }

    /// <summary>Opens a connection; nothing is sent, and credentials are looked up with the first request.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <param name="connections">How many connections at the same time.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    public static ContactConnection Open(ConnectionSettings settings, int connections, TimeSpan timeout, TimeProvider? time = null) =>
        Open(settings, connections, timeout, AnswerReceiver.MostOfContact, time);

    /// <summary>Opens a connection for lists, whose answers are longer than those about one contact.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <param name="connections">How many connections at the same time.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    internal static ContactConnection OpenForLists(ConnectionSettings settings, int connections, TimeSpan timeout) =>
        Open(settings, connections, timeout, AnswerReceiver.MostOfList, null);

    private static ContactConnection Open(ConnectionSettings settings, int connections, TimeSpan timeout, int mostBytes, TimeProvider? time)
    {
        ClientSetup setup = ClientSetup.Resolve(settings);
        var config = new AmazonConnectConfig();
        (string endpoint, RunPlace place) = setup.Apply(config, connections, timeout, mostBytes);
        var credentials = new CheckedCredentials(setup.Credentials, config, time ?? TimeProvider.System);
        var client = new AmazonConnectClient(credentials, config);
        return new ContactConnection(client, credentials, setup.Region, endpoint, place);
    }

    /// <summary>Sees to it that there are credentials.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When there are some.</returns>
    /// <exception cref="OutboundException">There are none.</exception>
    public Task CheckCredentialsAsync(CancellationToken cancellationToken) => _credentials.CheckAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<StartedContact> StartAsync(StartOutboundChatContactRequest request, CancellationToken cancellationToken)
    {
        await _credentials.CheckAsync(cancellationToken).ConfigureAwait(false);
        StartOutboundChatContactResponse response = await _client.StartOutboundChatContactAsync(request, cancellationToken).ConfigureAwait(false);
        return new StartedContact(StartedContact.IsId(response.ContactId) ? response.ContactId : null, response.ResponseMetadata?.RequestId);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _credentials.Dispose();
    }
}
