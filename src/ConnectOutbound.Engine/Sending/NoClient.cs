using Amazon.Connect.Model;

namespace ConnectOutbound.Engine.Sending;

/// <summary>The client of a dry run: it sends nothing, and says so should somebody ask it to.</summary>
public sealed class NoClient : IContactClient
{
    /// <inheritdoc/>
    public Task<StartedContact> StartAsync(StartOutboundChatContactRequest request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A dry run sends nothing.");
}
