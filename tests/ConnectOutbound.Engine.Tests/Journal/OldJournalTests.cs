using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>
/// A journal of format 2, which the module wrote before runs had a place and a key column. It has a run 'Spring Offer' with three contacts Started, one
/// Failed and one Unknown, and a run 'orders' with the keys.
/// </summary>
public sealed class OldJournalTests : IDisposable
{
    private static readonly RunPlace s_place = RunPlace.Aws("aws", "us-east-1", "123456789012");
    private readonly JournalFolder _folder = new();

    public OldJournalTests()
    {
        using Stream saved = typeof(OldJournalTests).Assembly.GetManifestResourceStream("journal-2.db")!;
        using FileStream file = File.Create(_folder.File);
        saved.CopyTo(file);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_brought_up_to_the_format_of_today_in_one_step_and_keeps_all_it_has()
    {
        Assert.Equal(2L, _folder.Sql("PRAGMA user_version"));

        IReadOnlyList<RunSummary> runs = _folder.Open(create: false).Runs();

        Assert.Equal(3L, _folder.Sql("PRAGMA user_version"));
        Assert.Equal("ok", _folder.Sql("PRAGMA integrity_check"));
        Assert.Equal(["Spring Offer", "orders"], runs.Select(run => run.Name));
        Assert.All(runs, run => Assert.Equal(new RunBinding(), run.Binding));
        Assert.Equal(3, runs[0].Counts[JournalStatus.Started]);
        Assert.Equal(1, runs[0].Counts[JournalStatus.Failed]);
        Assert.Equal(1, runs[0].Counts[JournalStatus.Unknown]);
        JournalEntry[] contacts = [.. _folder.Open().Contacts("Spring Offer")];
        Assert.Equal(5, contacts.Length);
        Assert.All(contacts, entry => Assert.Equal(entry.Identity.Token("Spring Offer"), entry.ClientToken));
        Assert.Equal(["A-0", "A-1"], _folder.Open().Contacts("orders").Select(entry => entry.Identity.Key));
    }

    [Fact]
    public async Task The_first_use_of_a_run_adopts_the_commands_place_and_key_column()
    {
        await using (SqliteRunJournal run = _folder.Open().OpenRun("orders", new RunBinding { Place = s_place, KeyColumn = "Order" }))
        {
            Assert.Equal(JournalStatus.Started, run.Find(Identity("+12065550100", "A-0"))!.Status);
            Assert.Null(Binding("orders").Place);
            await run.BeginAsync(_folder.Intent(1, "A-7") with { Binding = run.Binding }, CancellationToken.None);
        }

        Assert.Equal(new RunBinding { Place = s_place, KeyColumn = "Order" }, Binding("orders"));
        Assert.Equal(new RunBinding(), Binding("Spring Offer"));
    }

    [Fact]
    public async Task A_use_that_finds_everything_started_adopts_them_too_and_a_dry_one_does_not()
    {
        Row[] rows = [.. Enumerable.Range(0, 2).Select(i => Given.Row(i + 1, ("Phone", $"+1206555010{i}"), ("Order", $"A-{i}")))];
        var reader = new RowReader(Given.Options() with { KeyColumn = "Order" }, "orders");
        var command = new RunBinding { Place = RunPlace.Aws("aws", "us-east-1"), KeyColumn = "Order" };
        await using (SqliteRunJournal dry = _folder.Open().OpenRun("orders", command, isDry: true))
        {
            var planner = new RunPlanner(dry, _folder.Time);
            Assert.All(rows, row => Assert.Equal(OutboundStatus.AlreadyStarted, planner.Plan(reader.Read(row)).Status));
            Assert.Equal(new RunBinding(), Binding("orders"));
        }

        await using SqliteRunJournal journal = _folder.Open().OpenRun("orders", command);
        var client = new ScriptedClient((_, _) => throw new InvalidOperationException("Nothing is to be sent."));
        await using var run = new OutboundRun(client, _ => new Pacer(TimeProvider.System), SandboxRun.Fast, _folder.Time, journal);
        await foreach (OutboundContact contact in run.SendAsync(rows, reader))
            Assert.Equal(OutboundStatus.AlreadyStarted, contact.Status);

        Assert.Equal(new RunBinding { Place = s_place, KeyColumn = "Order" }, Binding("orders"));
    }

    [Fact]
    public async Task Processes_that_open_it_at_once_bring_it_up_once()
    {
        SqliteRunJournal[] runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _folder.Open().OpenRun("Spring Offer"))));
        foreach (SqliteRunJournal run in runs)
            await run.DisposeAsync();

        Assert.Equal(3L, _folder.Sql("PRAGMA user_version"));
        Assert.Equal(2, _folder.Open().Runs().Count);
    }

    private static ContactIdentity Identity(string destination, string? key = null) => ContactIdentity.Create(Given.Instance, destination, key);

    private RunBinding Binding(string name) => _folder.Open().Runs().Single(run => run.Name == name).Binding;
}
