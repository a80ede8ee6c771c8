using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Service;

/// <summary>A way in which an endpoint answers.</summary>
/// <param name="Name">The way.</param>
/// <param name="Start">The status of a row that is answered so; null where another test holds it.</param>
/// <param name="Of">The answer to a request.</param>
public sealed record HostileAnswer(string Name, OutboundStatus? Start, Func<ReceivedRequest, RawAnswer> Of)
{
    public override string ToString() => Name;
}
