using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>The service's own default quota. How much of it is used is printed by tests/Benchmarks/KillBenchmark.</summary>
public sealed class QuotaRateTests
{
    private const int Rows = 60;

    private static readonly RunOptions s_default = new() { Pace = PaceLimit.ServiceDefault, Random = new Random(1) };

    [Fact]
    public async Task The_default_pace_is_never_throttled_by_the_default_quota_and_uses_it()
    {
        using var run = new PacedRun(new SandboxOptions(), Rows, s_default);
        TimeSpan took = await run.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(Rows, run[OutboundStatus.Started]);
        Assert.All(run.Results, result => Assert.Equal(1, result.Attempts));
        Assert.Equal((0, Rows), (run.Sandbox.ThrottledCount, run.Sandbox.RequestCount));
        // 5 at once, the others at 2 a second.
        Assert.InRange(took.TotalSeconds, 27.4, 30);
    }

    [Fact]
    public async Task A_quota_that_others_use_up_by_half_is_found_with_few_requests_throttled()
    {
        using var run = new PacedRun(new SandboxOptions(), Rows, s_default);
        run.Sandbox.SetQuota(1, 5);
        await run.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(Rows, run[OutboundStatus.Started]);
        Assert.InRange(run.Sandbox.ThrottledCount, 1, 3);
    }
}
