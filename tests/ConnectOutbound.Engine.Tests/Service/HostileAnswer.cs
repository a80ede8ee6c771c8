using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Service;

/// <summary>A way in which an endpoint answers.</summary>
/// <param name="Name">The way.</param>
/// <param name="Start">The status of a row that is answered so; null where another test holds it.</param>
/// <param name="Of">The answer to a request.</param>
public sealed record HostileAnswer(string Name, OutboundStatus? Start, Func<ReceivedRequest, RawAnswer> Of)
{
    /// <summary>How long an answer may take: long enough for a busy computer, and a second where no answer comes in time.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The error code of such a row; null where it does not matter.</summary>
    public string? Code { get; init; }

    public override string ToString() => Name;
}
