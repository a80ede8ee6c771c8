using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending.Pacing;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>Makes workers that ask for contacts, a bounded number at the same time, and give an answer or an error for each.</summary>
public static class ContactWorker
{
    /// <summary>Creates a worker.</summary>
    /// <typeparam name="T">What a request gives.</typeparam>
    /// <param name="call">Makes the request for a contact, or several.</param>
    /// <param name="capacity">How many contacts may be under way; from 1.</param>
    /// <returns>The worker. When it is stopped, requests under way are cancelled at once.</returns>
    public static BoundedWorker<ContactReference, ContactAnswer<T>> Create<T>(Func<ContactReference, CancellationToken, Task<T>> call, int capacity)
    {
        ArgumentNullException.ThrowIfNull(call);
        var stop = new WorkStop();
        return new BoundedWorker<ContactReference, ContactAnswer<T>>(
            contact => AskAsync(call, contact, stop.Stopping),
            static (contact, error) => new ContactAnswer<T>(contact, default, Defect.CreateError(error)),
            new WorkerOptions { Capacity = capacity, Stop = stop });
    }

    private static async Task<ContactAnswer<T>> AskAsync<T>(
        Func<ContactReference, CancellationToken, Task<T>> call,
        ContactReference contact,
        CancellationToken stop)
    {
        try
        {
            return new ContactAnswer<T>(contact, await call(contact, stop).ConfigureAwait(false), null);
        }
        catch (OutboundException e)
        {
            return new ContactAnswer<T>(contact, default, e);
        }
    }
}
