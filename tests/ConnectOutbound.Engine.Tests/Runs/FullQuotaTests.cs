using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>The quota of concurrent chats is full for a while. The long form is in tests/Benchmarks/KillBenchmark.</summary>
public sealed class FullQuotaTests
{
    [Fact]
    public async Task A_full_quota_of_chats_pauses_the_run_and_fails_no_row()
    {
        using var run = new NamedRun();
        await using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with { ConcurrentChats = 100 });
        Task<NamedRun.Sent> sending = run.SendAsync(sandbox, NamedRun.Rows(200));
        while (sandbox.RequestCount <= 100 && !sending.IsCompleted)
            await Task.Delay(5);
        await Task.Delay(TimeSpan.FromSeconds(5));
        Assert.False(sending.IsCompleted);

        // Those that were out when it became full, and one that tries after 2 s, then after 4 s.
        Assert.InRange(sandbox.RequestCount, 101, 100 + SandboxRun.Fast.ThrottleLimit + 3);
        sandbox.SetConcurrentChats(1000);
        NamedRun.Sent sent = await sending;

        Assert.Null(sent.Fault);
        Assert.Equal(200, sent[OutboundStatus.Started]);
        Assert.Equal(200, sandbox.ContactCount);
    }
}
