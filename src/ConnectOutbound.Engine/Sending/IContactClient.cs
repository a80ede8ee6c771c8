using Amazon.Connect.Model;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Sending;

/// <summary>What the engine needs of a client: one request, one answer, no retries of its own.</summary>
public interface IContactClient
{
    /// <summary>Sends one StartOutboundChatContact.</summary>
    /// <param name="request">The request; its ClientToken is set.</param>
    /// <param name="cancellationToken">Gives the request up; it may have arrived all the same.</param>
    /// <returns>The contact's id, or null where the answer had none; and the id of the request.</returns>
    /// <exception cref="OutboundException">No request can succeed.</exception>
    Task<StartedContact> StartAsync(StartOutboundChatContactRequest request, CancellationToken cancellationToken);
}
