using ConnectOutbound.Engine.Runs;
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

    [Fact]
    public async Task A_quota_of_chats_that_stays_full_stops_the_run_after_the_wait_and_names_the_quota()
    {
        RunOptions options = SandboxRun.Fast with { Retry = SandboxRun.Fast.Retry with { QuotaWait = TimeSpan.FromMinutes(1) } };
        using var run = new PacedRun(SandboxRun.Free with { ConcurrentChats = 3 }, 10, options);
        TimeSpan took = await run.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal("QuotaFull", run.Fault!.Id);
        Assert.Contains("L-D4BA6F6E", run.Fault.Message, StringComparison.Ordinal);
        Assert.Equal((3, 7), (run[OutboundStatus.Started], run[OutboundStatus.NotSent]));
        // The one that found it full, then tries after 2, 4, 8, 16, 20 and 20 s: the last one comes after the wait.
        Assert.Equal(3 + 1 + 6, run.Sandbox.RequestCount);
        Assert.InRange(took.TotalSeconds, 60, 71);
    }
}
