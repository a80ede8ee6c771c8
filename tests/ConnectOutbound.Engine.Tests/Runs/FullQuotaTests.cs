using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>The quota of concurrent chats is full for a while. The long form is in tests/Benchmarks/KillBenchmark.</summary>
public sealed class FullQuotaTests
{
    [Fact]
    public async Task A_full_quota_of_chats_pauses_the_run_and_fails_no_row()
    {
        using var run = new PacedRun(SandboxRun.Free with { ConcurrentChats = 100 }, 200, SandboxRun.Fast);
        await run.PassAsync(TimeSpan.FromSeconds(5));

        // The one that found it full, and one that tries after 2 s; the next would after 4 s more.
        Assert.Equal((100, 102), (run[OutboundStatus.Started], run.Sandbox.RequestCount));
        run.Sandbox.SetConcurrentChats(1000);
        await run.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(200, run[OutboundStatus.Started]);
        Assert.Equal(200, run.Sandbox.ContactCount);
    }
}
