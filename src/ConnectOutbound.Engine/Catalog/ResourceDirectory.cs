using Amazon.Connect;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Engine.Catalog;

/// <summary>Reads the instances of an account, their numbers and their flows: at the service's rate, page after page to the end.</summary>
public sealed class ResourceDirectory : IDisposable
{
    // What the service gives at most (ListInstances; the others take up to 1000).
    private const int InstancePage = 10;
    private const int PageSize = 100;

    private readonly IAmazonConnect _client;
    private readonly ContactConnection? _connection;
    private readonly ServiceCaller _caller;

    /// <summary>Creates a directory.</summary>
    /// <param name="client">The client, which must not repeat requests itself.</param>
    /// <param name="pacer">What all that list in the account and Region share.</param>
    /// <param name="retry">How often a request is tried; throttling counts.</param>
    /// <param name="time">The clock.</param>
    public ResourceDirectory(IAmazonConnect client, Pacer pacer, RetryPolicy? retry = null, TimeProvider? time = null) : this(client, pacer, retry, time, null)
    {
    }

    private ResourceDirectory(IAmazonConnect client, Pacer pacer, RetryPolicy? retry, TimeProvider? time, ContactConnection? connection)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(pacer);
        _client = client;
        _connection = connection;
        _caller = new ServiceCaller(
            pacer.Join(ServicePace),
            connection is null ? null : connection.CheckCredentialsAsync,
            retry ?? new RetryPolicy { MaxAttempts = 8 },
            time ?? TimeProvider.System);
    }

    /// <summary>How fast the service lets be listed by default: 2 requests a second, 5 after a pause.</summary>
    public static PaceLimit ServicePace { get; } = new(2, 5);

    /// <summary>Opens a directory; nothing is sent yet.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <returns>The directory.</returns>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    public static ResourceDirectory Open(ConnectionSettings settings, TimeSpan timeout)
    {
        ContactConnection connection = ContactConnection.OpenForLists(settings, 4, timeout);
        return new ResourceDirectory(connection.Client, SharedPacers.For(connection.Endpoint, "lists"), null, null, connection);
    }

    /// <summary>The instances of the account in the Region.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Page after page, as they come.</returns>
    /// <exception cref="OutboundException">They could not be read.</exception>
    public IAsyncEnumerable<OutboundInstance> InstancesAsync(CancellationToken cancellationToken = default) => PagesAsync(
        "the instances",
        ServiceOperation.ListInstances,
        (token, cancel) => _client.ListInstancesAsync(new ListInstancesRequest { MaxResults = InstancePage, NextToken = token }, cancel),
        answer => (answer.InstanceSummaryList?.ConvertAll(FoundResource.Of), answer.NextToken),
        cancellationToken);

    /// <summary>The phone numbers of an instance.</summary>
    /// <param name="instanceId">The instance's id.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Page after page, as they come.</returns>
    /// <exception cref="OutboundException">They could not be read.</exception>
    public IAsyncEnumerable<OutboundPhoneNumber> PhoneNumbersAsync(string instanceId, CancellationToken cancellationToken = default) => PagesAsync(
        $"the phone numbers of the instance {DisplayText.Quoted(instanceId)}",
        ServiceOperation.ListPhoneNumbersV2,
        (token, cancel) => _client.ListPhoneNumbersV2Async(
            new ListPhoneNumbersV2Request { InstanceId = instanceId, MaxResults = PageSize, NextToken = token },
            cancel),
        answer => (answer.ListPhoneNumbersSummaryList?.ConvertAll(number => FoundResource.Of(number, instanceId)), answer.NextToken),
        cancellationToken);

    /// <summary>The flows of an instance that a contact can be given to: those of type CONTACT_FLOW.</summary>
    /// <param name="instanceId">The instance's id.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Page after page, as they come.</returns>
    /// <exception cref="OutboundException">They could not be read.</exception>
    public IAsyncEnumerable<OutboundFlow> FlowsAsync(string instanceId, CancellationToken cancellationToken = default) => PagesAsync(
        $"the flows of the instance {DisplayText.Quoted(instanceId)}",
        ServiceOperation.ListContactFlows,
        (token, cancel) => _client.ListContactFlowsAsync(
            new ListContactFlowsRequest
            {
                InstanceId = instanceId,
                ContactFlowTypes = [ContactFlowType.CONTACT_FLOW.Value],
                MaxResults = PageSize,
                NextToken = token,
            },
            cancel),
        answer => (answer.ContactFlowSummaryList?.ConvertAll(flow => FoundResource.Of(flow, instanceId)), answer.NextToken),
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _caller.Dispose();
        _connection?.Dispose();
    }

    private IAsyncEnumerable<TItem> PagesAsync<TAnswer, TItem>(
        string what,
        ServiceOperation operation,
        Func<string?, CancellationToken, Task<TAnswer>> ask,
        Func<TAnswer, (List<TItem>? Items, string? Next)> read,
        CancellationToken cancellationToken) =>
        _caller.PagesAsync(
            ask,
            read,
            (fault, cause) => ServiceErrors.Translate(fault, operation, what, cause),
            reason => ServiceErrors.Endless(operation, what, reason),
            cancellationToken);
}
