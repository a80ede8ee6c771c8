using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Skipping.Duplicates;

public class TokenCheckTests
{
    [Fact]
    public async Task Of_rows_that_bring_the_same_token_only_the_first_is_sent()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using Engine.Service.ContactConnection connection = SandboxRun.Connect(sandbox);
        await using OutboundRun run = SandboxRun.NewRun(connection);
        var rows = Enumerable.Range(1, 4).Select(i => Given.Row(i, ("Phone", $"+1206500000{i}"), ("ClientToken", i == 4 ? "other" : "same")));
        var results = new List<OutboundContact>();
        await foreach (OutboundContact contact in run.SendAsync(rows, new RowReader(Given.Options())))
            results.Add(contact);
        Assert.Equal([1, 4], results.Where(contact => contact.Status == OutboundStatus.Started).Select(contact => contact.RowNumber).Order());
        Assert.All(results.Where(contact => contact.RowNumber is 2 or 3), contact => Assert.Equal(OutboundStatus.Duplicate, contact.Status));
        Assert.All(results.Where(contact => contact.RowNumber is 2 or 3), contact => Assert.Contains("Row 1", contact.Reason, StringComparison.Ordinal));
        Assert.Equal(2, sandbox.RequestCount);
    }

    [Fact]
    public async Task A_token_for_all_rows_starts_one_contact_and_says_so()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using Engine.Service.ContactConnection connection = SandboxRun.Connect(sandbox);
        await using OutboundRun run = SandboxRun.NewRun(connection);
        var statuses = new List<OutboundStatus>();
        var rows = Enumerable.Range(1, 3).Select(i => Given.Row(i, ("Phone", $"+1206500000{i}")));
        await foreach (OutboundContact contact in run.SendAsync(rows, new RowReader(Given.Options((ContactField.ClientToken, "one")))))
            statuses.Add(contact.Status);
        Assert.Equal([OutboundStatus.Started, OutboundStatus.Duplicate, OutboundStatus.Duplicate], statuses.Order());
    }
}
