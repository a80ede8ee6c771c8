using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>A quota that somebody else uses, too. A class of its own: it takes a minute, and classes run beside each other.</summary>
public sealed class LoweredQuotaTests
{
    private static readonly RunOptions s_default = new() { Pace = PaceLimit.ServiceDefault };

    [Fact]
    public async Task A_quota_that_others_use_up_by_half_is_found_with_few_requests_throttled()
    {
        using var run = new NamedRun();
        await using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions());
        sandbox.SetQuota(1, 5);
        NamedRun.Sent sent = await run.SendAsync(sandbox, NamedRun.Rows(60), options: s_default);

        Assert.Equal(60, sent[OutboundStatus.Started]);
        Assert.InRange(sandbox.ThrottledCount, 1, 3);
    }
}
