using System.Collections.Concurrent;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Sending;

namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>A client whose answers a test decides, by destination and attempt.</summary>
internal sealed class ScriptedClient(Func<StartOutboundChatContactRequest, int, Task<StartedContact>> answer) : IContactClient
{
    private readonly ConcurrentDictionary<string, int> _attempts = new();

    public ConcurrentQueue<StartOutboundChatContactRequest> Requests { get; } = new();

    public static StartedContact Started(StartOutboundChatContactRequest request) => new($"contact of {request.ClientToken}", "request");

    public Task<StartedContact> StartAsync(StartOutboundChatContactRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        int attempt = _attempts.AddOrUpdate(request.DestinationEndpoint!.Address!, 1, (_, count) => count + 1);
        return answer(request, attempt);
    }
}
