using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Runs;
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
    public async Task The_reason_says_whether_the_token_belongs_to_another_destination()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using Engine.Service.ContactConnection connection = SandboxRun.Connect(sandbox);
        await using OutboundRun run = SandboxRun.NewRun(connection);
        Row[] rows = [.. new[] { 1, 1, 2 }.Select((phone, i) => Given.Row(i + 1, ("Phone", $"+1206500000{phone}"), ("ClientToken", "same")))];
        var results = new List<OutboundContact>();
        await foreach (OutboundContact contact in run.SendAsync(rows, new RowReader(Given.Options())))
            results.Add(contact);
        string[] reasons = [.. results.OrderBy(contact => contact.RowNumber).Select(contact => contact.Reason ?? "")];
        Assert.DoesNotContain("another destination", reasons[1], StringComparison.Ordinal);
        Assert.Contains("Row 1 has the same ClientToken and another destination", reasons[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_a_contact_that_the_run_started_before_is_not_used_for_another_destination()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using var run = new NamedRun();
        Row[] rows = [.. Enumerable.Range(1, 2).Select(i => Given.Row(i, ("Phone", $"+1206500000{i}"), ("ClientToken", "same")))];
        await run.SendAsync(sandbox, rows[..1]);
        NamedRun.Sent again = await run.SendAsync(sandbox, rows);
        Assert.Equal((OutboundStatus.AlreadyStarted, OutboundStatus.Duplicate), (again.Row(1).Status, again.Row(2).Status));
        Assert.Equal(1, sandbox.RequestCount);
    }

    [Fact]
    public async Task A_token_that_the_run_derives_for_one_row_is_not_used_for_another_destination()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free);
        using var run = new NamedRun();
        string derived = ContactIdentity.Create(Given.Instance, "+12065000001", null).Token(NamedRun.Name);
        Row[] rows = [Given.Row(1, ("Phone", "+12065000001"), ("ClientToken", "")), Given.Row(2, ("Phone", "+12065000002"), ("ClientToken", derived))];
        NamedRun.Sent sent = await run.SendAsync(sandbox, rows);
        Assert.Equal((OutboundStatus.Started, OutboundStatus.Duplicate), (sent.Row(1).Status, sent.Row(2).Status));
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
