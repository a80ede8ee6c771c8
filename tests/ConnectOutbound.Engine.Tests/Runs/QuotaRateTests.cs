using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>The service's own default quota. How much of it is used is printed by tests/Benchmarks/KillBenchmark.</summary>
public sealed class QuotaRateTests
{
    private static readonly RunOptions s_default = new() { Pace = PaceLimit.ServiceDefault };

    [Fact]
    public async Task The_default_pace_is_never_throttled_by_the_default_quota()
    {
        using var run = new NamedRun();
        await using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions());
        NamedRun.Sent sent = await run.SendAsync(sandbox, NamedRun.Rows(60), options: s_default);

        Assert.Equal(60, sent[OutboundStatus.Started]);
        Assert.Equal(0, sandbox.ThrottledCount);
        Assert.Equal(60, sandbox.RequestCount);
    }
}
