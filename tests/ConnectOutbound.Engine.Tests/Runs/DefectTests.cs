using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>Whatever is thrown where nothing may be thrown becomes the result of one row: nothing hangs, and no other row is lost.</summary>
public class DefectTests
{
    private static readonly TimeSpan s_guard = TimeSpan.FromSeconds(60);

    private static ScriptedClient Willing() => new((request, _) => Task.FromResult(ScriptedClient.Started(request)));

    [Fact]
    public async Task A_journal_that_throws_something_unexpected_before_the_request_makes_its_row_invalid()
    {
        var journal = new BrokenJournal { OnBegin = row => row == 2 ? throw new NotSupportedException("disk of glass") : Task.CompletedTask };
        List<OutboundContact> results = await SendAsync(Willing(), journal);
        Assert.Equal([OutboundStatus.Started, OutboundStatus.Invalid, OutboundStatus.Started], results.Select(contact => contact.Status));
        Assert.Equal(ErrorIds.InternalError, results[1].ErrorCode);
        Assert.Contains("disk of glass", results[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_throws_something_unexpected_after_the_request_keeps_the_result_and_stops_the_run()
    {
        var journal = new BrokenJournal { OnEnd = () => throw new NotSupportedException("disk of glass") };
        (List<OutboundContact> results, OutboundException? fault) = await RunAsync(Willing(), journal, 1);
        Assert.Equal(OutboundStatus.Started, Assert.Single(results).Status);
        Assert.Equal(ErrorIds.InternalError, fault!.Id);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_stops_the_run_and_every_row_has_its_result()
    {
        var journal = new BrokenJournal { OnFind = () => throw new OutboundException(ErrorIds.JournalFailed, "It is gone.", "Look for it.") };
        ScriptedClient client = Willing();
        (List<OutboundContact> results, OutboundException? fault) = await RunAsync(client, journal, 3);
        Assert.Equal(3, results.Count);
        Assert.All(results, contact => Assert.Equal((OutboundStatus.NotSent, ErrorIds.JournalFailed), (contact.Status, contact.ErrorCode)));
        Assert.Equal(ErrorIds.JournalFailed, fault!.Id);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public void A_journal_that_cannot_be_read_gives_every_plan_and_the_fault()
    {
        var journal = new BrokenJournal { OnFind = () => throw new OutboundException(ErrorIds.JournalFailed, "It is gone.", "Look for it.") };
        var planner = new RunPlanner(journal);
        var reader = new RowReader(Given.Options(), BrokenJournal.Name, withTokens: false);
        OutboundPlan[] plans = [.. Rows(3).Select(row => planner.Plan(reader.Read(row)))];
        Assert.All(plans, plan => Assert.Equal((OutboundStatus.NotSent, ErrorIds.JournalFailed, false), (plan.Status, plan.ErrorCode, plan.WillSend)));
        Assert.Equal(ErrorIds.JournalFailed, planner.Fault!.Id);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_while_all_rows_must_be_valid_gives_every_row_its_result()
    {
        var journal = new BrokenJournal { OnFind = () => throw new OutboundException(ErrorIds.JournalFailed, "It is gone.", "Look for it.") };
        ScriptedClient client = Willing();
        (List<OutboundContact> results, OutboundException? fault) = await RunAsync(client, journal, 3, new RunPlanner(journal));
        Assert.Equal(3, results.Count);
        Assert.All(results, contact => Assert.Equal((OutboundStatus.NotSent, ErrorIds.JournalFailed), (contact.Status, contact.ErrorCode)));
        Assert.Equal(ErrorIds.JournalFailed, fault!.Id);
        Assert.Empty(client.Requests);
    }

    [Fact]
    public async Task A_cell_that_throws_where_it_may_not_makes_its_row_invalid_and_no_other()
    {
        await using OutboundRun run = SandboxRun.NewRun(Willing());
        var results = new List<OutboundContact>();
        using var pipeline = new RunPipeline(
            await RowPreparer.CreateAsync(new PreparationOptions { Mapping = Given.Options(), IsStop = static _ => false }),
            new SendingStage(run, new SendingOptions { Emit = results.Add }));
        Row[] rows = [Given.Row(1, ("Phone", "+12065550101")), Given.Row(2, ("Phone", new ThrowingList())), Given.Row(3, ("Phone", "+12065550103"))];
        await pipeline.RunAsync(rows).WaitAsync(s_guard);
        Assert.Equal(
            [OutboundStatus.Started, OutboundStatus.Invalid, OutboundStatus.Started],
            results.OrderBy(contact => contact.RowNumber).Select(contact => contact.Status));
    }

    private static IEnumerable<Row> Rows(int count) => Enumerable.Range(1, count).Select(i => Given.Row(i, ("Phone", $"+1206555010{i}")));

    private static async Task<List<OutboundContact>> SendAsync(IContactClient client, IRunJournal journal) => (await RunAsync(client, journal, 3)).Results;

    private static async Task<(List<OutboundContact> Results, OutboundException? Fault)> RunAsync(
        IContactClient client, IRunJournal journal, int rows, RunPlanner? requireAllValid = null)
    {
        await using var run = new OutboundRun(client, _ => new Engine.Sending.Pacing.Pacer(TimeProvider.System), SandboxRun.Fast, TimeProvider.System, journal);
        var results = new List<OutboundContact>();
        using var pipeline = new RunPipeline(
            await RowPreparer.CreateAsync(new PreparationOptions { Mapping = Given.Options(), RunName = BrokenJournal.Name }),
            new SendingStage(run, new SendingOptions { Emit = results.Add, RequireAllValid = requireAllValid }));
        await pipeline.RunAsync(Rows(rows)).WaitAsync(s_guard);
        return ([.. results.OrderBy(contact => contact.RowNumber)], run.Fault);
    }

    private sealed class ThrowingList : System.Collections.IEnumerable
    {
        public System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException("no list");

        public override string ToString() => throw new NotSupportedException("no text");
    }

    private sealed class BrokenJournal : IRunJournal
    {
        public const string Name = "broken";

        public string RunName => Name;

        public string Invocation => "1";

        public RunBinding? Binding => null;

        public void Adopt(RunBinding binding)
        {
        }

        public bool HasSimilarKey(ContactIdentity identity) => false;

        public Action OnFind { get; init; } = static () => { };

        public Func<long, Task> OnBegin { get; init; } = static _ => Task.CompletedTask;

        public Action OnEnd { get; init; } = static () => { };

        public JournalEntry? Find(ContactIdentity identity)
        {
            OnFind();
            return null;
        }

        public Task BeginAsync(JournalIntent intent, CancellationToken cancellationToken) => OnBegin(intent.RowNumber);

        public Task EndAsync(JournalOutcome outcome)
        {
            OnEnd();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
