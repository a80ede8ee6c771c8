using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>A service of which every fifth request fails, in every way that a client recovers from.</summary>
public sealed class FaultyServiceTests
{
    private static readonly RunOptions s_patient = new()
    {
        ThrottleLimit = 64,
        Pace = new PaceLimit(100_000, 1000),
        Retry = new RetryPolicy { MaxAttempts = 20, FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(50) },
        Random = new Random(1),
    };

    [Fact]
    public async Task Two_thousand_rows_are_two_thousand_contacts_with_every_fifth_request_failing()
    {
        const int rows = 2_000;
        using var run = new NamedRun();
        await using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with
        {
            FaultRate = 0.2,
            FaultSeed = 7,
            // All kinds that the sandbox draws from by itself, and now and then an answer that never comes.
            FaultHook = request => request.SequenceNumber % 1000 == 0 ? SandboxFaultKind.Hang : null,
        });
        NamedRun.Sent sent = await run.SendAsync(sandbox, NamedRun.Rows(rows), options: s_patient, timeout: TimeSpan.FromSeconds(1));

        Assert.Null(sent.Fault);
        Assert.Equal(rows, sent.Results.Count);
        Assert.Equal(rows, sent[OutboundStatus.Started]);
        Assert.Equal(Enumerable.Range(1, rows).Select(i => (long)i), sent.Results.Select(result => result.RowNumber).Order());
        Assert.Equal(rows, sandbox.ContactCount);
        Assert.Equal(Enumerable.Range(1, rows).Select(NamedRun.Number).Order(), sandbox.Contacts.Select(contact => contact.Destination).Order());
        Assert.Equal(sandbox.Contacts.Select(contact => contact.ContactId).Order(), sent.Results.Select(result => result.ContactId!).Order());
        Assert.True(sandbox.FaultCount > rows / 10, $"{sandbox.FaultCount} faults.");

        long before = sandbox.RequestCount;
        NamedRun.Sent again = await run.SendAsync(sandbox, NamedRun.Rows(rows), options: s_patient);
        Assert.Equal(rows, again[OutboundStatus.AlreadyStarted]);
        Assert.Equal(before, sandbox.RequestCount);
    }
}
