using Amazon.Connect;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>Asks for contacts and ends them: at the service's rate, and again where the service had no time. May be used by several threads.</summary>
public sealed class ContactDirectory : IDisposable
{
    private readonly IAmazonConnect _client;
    private readonly ContactConnection? _connection;
    private readonly ServiceCaller _describing;
    private readonly ServiceCaller _stopping;
    private string? _unreadableTime;

    /// <summary>Creates a directory.</summary>
    /// <param name="client">The client, which must not repeat requests itself.</param>
    /// <param name="describing">What all that use DescribeContact in the account and Region share.</param>
    /// <param name="stopping">What all that use StopContact in the account and Region share.</param>
    /// <param name="retry">How often a request is tried; throttling counts.</param>
    /// <param name="time">The clock.</param>
    public ContactDirectory(IAmazonConnect client, Pacer describing, Pacer stopping, RetryPolicy? retry = null, TimeProvider? time = null)
        : this(client, describing, stopping, retry, time, null)
    {
    }

    private ContactDirectory(IAmazonConnect client, Pacer describing, Pacer stopping, RetryPolicy? retry, TimeProvider? time, ContactConnection? connection)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(describing);
        ArgumentNullException.ThrowIfNull(stopping);
        _client = client;
        _connection = connection;
        retry ??= new RetryPolicy { MaxAttempts = 8 };
        time ??= TimeProvider.System;
        Func<CancellationToken, Task>? check = connection is null ? null : connection.CheckCredentialsAsync;
        _describing = new ServiceCaller(describing.Join(ServicePace), check, retry, time);
        _stopping = new ServiceCaller(stopping.Join(ServicePace), check, retry, time);
    }

    /// <summary>How fast the service takes each of DescribeContact and StopContact by default: 10 requests a second, 15 after a pause.</summary>
    public static PaceLimit ServicePace { get; } = new(10, 15);

    /// <summary>The first timestamp of a contact that could not be read; null if all could be read. Its value counts as not set.</summary>
    public string? UnreadableTime => Volatile.Read(ref _unreadableTime);

    /// <summary>Host and port that requests go to; null where a client was given.</summary>
    public string? Endpoint => _connection?.Endpoint;

    /// <summary>The Region that signs; null where a client was given.</summary>
    public string? Region => _connection?.Region;

    /// <summary>Opens a directory; nothing is sent yet.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <param name="connections">How many connections at the same time.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <returns>The directory.</returns>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    public static ContactDirectory Open(ConnectionSettings settings, int connections, TimeSpan timeout)
    {
        ContactConnection connection = ContactConnection.Open(settings, connections, timeout);
        return new ContactDirectory(
            connection.Client,
            SharedPacers.For(connection.Endpoint, "DescribeContact"),
            SharedPacers.For(connection.Endpoint, "StopContact"),
            null,
            null,
            connection);
    }

    /// <summary>Asks for a contact (DescribeContact).</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What became of it.</returns>
    /// <remarks>
    /// With the SDK's own packages a timestamp that cannot be read makes the whole answer unreadable: ContactUnavailable, without another attempt.
    /// </remarks>
    /// <exception cref="OutboundException">It does not exist, or could not be asked for.</exception>
    public async Task<OutboundContactState> DescribeAsync(ContactReference contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var request = new DescribeContactRequest { ContactId = contact.ContactId, InstanceId = contact.InstanceId };
        DescribeContactResponse answer = await _describing.CallAsync(
            cancel => _client.DescribeContactAsync(request, cancel),
            (fault, cause) => ServiceErrors.Translate(fault, ServiceOperation.DescribeContact, Named(contact), cause),
            cancellationToken).ConfigureAwait(false);
        if (answer.Contact is not Contact found)
            throw ServiceErrors.Lacking(ServiceOperation.DescribeContact, Named(contact));
        if (DescribedContact.UnreadableTime(found) is string name)
            Interlocked.CompareExchange(ref _unreadableTime, $"{name} of the contact {contact.ContactId}", null);
        return DescribedContact.Read(found, contact);
    }

    /// <summary>Ends a contact (StopContact).</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Gives it up; the contact may have ended all the same.</param>
    /// <returns>True where the service ended it; false where it had ended before.</returns>
    /// <exception cref="OutboundException">It does not exist, or could not be ended.</exception>
    /// <remarks>
    /// What the service answers for a chat that has ended is not documented (ContactNotFoundException, 410, is for calls): of a refusal that may mean so,
    /// DescribeContact decides. Where that may not be asked, ContactNotFoundException counts as ended, and any other refusal as what it is.
    /// </remarks>
    public async Task<bool> StopAsync(ContactReference contact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        try
        {
            await StopOnceAsync(contact, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OutboundException refused) when (refused.Id is ErrorIds.ContactNotFound or ErrorIds.ContactRequestInvalid)
        {
            if (await IsGoneAsync(contact, refused, cancellationToken).ConfigureAwait(false))
                return false;
            throw;
        }
    }

    private async Task<bool> IsGoneAsync(ContactReference contact, OutboundException refused, CancellationToken cancellationToken)
    {
        try
        {
            return (await DescribeAsync(contact, cancellationToken).ConfigureAwait(false)).State == OutboundContactStage.Disconnected;
        }
        catch (OutboundException e) when (e.Id != ErrorIds.ContactNotFound)
        {
            return refused.Code == nameof(ContactNotFoundException);
        }
    }

    private Task<StopContactResponse> StopOnceAsync(ContactReference contact, CancellationToken cancellationToken)
    {
        var request = new StopContactRequest { ContactId = contact.ContactId, InstanceId = contact.InstanceId };
        return _stopping.CallAsync(
            cancel => _client.StopContactAsync(request, cancel),
            (fault, cause) => ServiceErrors.Translate(fault, ServiceOperation.StopContact, Named(contact), cause),
            cancellationToken);
    }

    private static string Named(ContactReference contact) => $"the contact {contact.ContactId}";

    /// <inheritdoc/>
    public void Dispose()
    {
        _describing.Dispose();
        _stopping.Dispose();
        _connection?.Dispose();
    }
}
