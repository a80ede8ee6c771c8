using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>What a run keeps from its first contact on: its place and its key column.</summary>
public sealed class RunBindingTests : IDisposable
{
    private static readonly RunPlace s_place = RunPlace.Aws("aws", "us-east-1", "123456789012");
    private static readonly RunPlace s_elsewhere = RunPlace.Aws("aws", "eu-central-1", "123456789012");
    private readonly JournalFolder _folder = new();

    private RunBinding Kept => Assert.Single(_folder.Open().Runs()).Binding;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "")]
    [InlineData("Order", "Order")]
    public async Task The_first_contact_records_them(string? keyColumn, string kept)
    {
        await using SqliteRunJournal run = Open(s_place, keyColumn);
        Assert.Equal(new RunBinding(), Kept);

        await BeginAsync(run, 1);

        Assert.Equal(new RunBinding { Place = s_place, KeyColumn = kept }, Kept);
    }

    [Theory]
    [InlineData(JournalStatus.Started)]
    [InlineData(JournalStatus.Unknown)]
    [InlineData(JournalStatus.Sending)]
    public async Task A_run_with_contacts_that_may_exist_stays_where_it_is(JournalStatus status)
    {
        await UseAsync(s_place, "Order", status);

        OutboundException elsewhere = Assert.Throws<OutboundException>(() => Open(s_elsewhere, "Order"));
        Assert.Equal("RunElsewhere", elsewhere.Id);
        Assert.Contains("account 123456789012 in us-east-1 (aws)", elsewhere.Message, StringComparison.Ordinal);
        Assert.Contains("account 123456789012 in eu-central-1 (aws)", elsewhere.Message, StringComparison.Ordinal);
        Assert.Equal("RunElsewhere", Assert.Throws<OutboundException>(() => Open(RunPlace.Loopback, "Order")).Id);
        Assert.Equal("RunKeyColumnMismatch", Assert.Throws<OutboundException>(() => Open(s_place, "Ticket")).Id);
        Assert.Equal(new RunBinding { Place = s_place, KeyColumn = "Order" }, Kept);
    }

    [Theory]
    [InlineData(JournalStatus.Failed)]
    [InlineData(JournalStatus.NotSent)]
    public async Task A_run_that_has_started_nothing_may_move(JournalStatus status)
    {
        await UseAsync(s_place, "Order", status);
        await UseAsync(s_elsewhere, "Ticket", JournalStatus.Started);

        Assert.Equal(new RunBinding { Place = s_elsewhere, KeyColumn = "Ticket" }, Kept);
    }

    [Fact]
    public async Task Without_a_key_column_the_runs_own_is_used()
    {
        await UseAsync(s_place, "Order", JournalStatus.Started);

        await using SqliteRunJournal run = Open(s_place, null);
        Assert.Equal("Order", run.Binding!.KeyColumn);
    }

    [Theory]
    [InlineData("order")]
    [InlineData("OR_DER")]
    [InlineData(" Or-der ")]
    public async Task Another_spelling_of_the_key_column_is_the_same_and_the_runs_own_goes_on(string spelling)
    {
        await UseAsync(s_place, "Order", JournalStatus.Started);

        await using SqliteRunJournal run = Open(s_place, spelling);
        Assert.Equal("Order", run.Binding!.KeyColumn);
    }

    [Fact]
    public async Task A_run_without_a_key_column_takes_none_later()
    {
        await UseAsync(s_place, null, JournalStatus.Started);

        OutboundException mismatch = Assert.Throws<OutboundException>(() => Open(s_place, "Order"));
        Assert.Equal("RunKeyColumnMismatch", mismatch.Id);
        Assert.Contains("no key column", mismatch.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_becomes_known_is_added()
    {
        await UseAsync(RunPlace.Aws("aws", "us-east-1"), null, JournalStatus.Started);
        await UseAsync(s_place, null, JournalStatus.Started);
        Assert.Equal(s_place, Kept.Place);

        // Who does not know it is let in, and takes it over.
        await using SqliteRunJournal run = Open(RunPlace.Aws("aws", "us-east-1"), null);
        Assert.Equal(s_place, run.Binding!.Place);
    }

    [Fact]
    public async Task A_run_whose_contacts_all_failed_may_move_to_another_account()
    {
        await UseAsync(s_place, null, JournalStatus.Failed);

        // The account is known row by row only: the run's old one must not hold until then.
        await using SqliteRunJournal run = Open(RunPlace.Aws("aws", "us-east-1"), null);
        Assert.Null(run.Binding!.Place!.Account);
    }

    [Fact]
    public async Task A_caller_that_says_nothing_records_nothing()
    {
        await using (SqliteRunJournal run = _folder.OpenRun())
        {
            Assert.Null(run.Binding);
            await BeginAsync(run, 1);
        }

        Assert.Equal(new RunBinding(), Kept);
        await UseAsync(s_place, "Order", JournalStatus.Started);
        await using SqliteRunJournal again = _folder.OpenRun();
        Assert.Null(again.Binding);
    }

    [Fact]
    public async Task Of_two_processes_that_begin_at_once_in_two_places_one_is_refused_before_its_first_request()
    {
        await using SqliteRunJournal first = Open(s_place, null);
        await using SqliteRunJournal second = Open(RunPlace.Loopback, null);
        await BeginAsync(first, 1);

        OutboundException refused = await Assert.ThrowsAsync<OutboundException>(() => BeginAsync(second, 2));
        Assert.Equal("RunElsewhere", refused.Id);
        Assert.Null(second.Find(JournalFolder.Identity(2)));
        await BeginAsync(first, 3);
        Assert.Equal(s_place, Kept.Place);
    }

    [Fact]
    public async Task Of_two_processes_that_begin_at_once_with_two_key_columns_one_is_refused()
    {
        await using SqliteRunJournal first = Open(s_place, "Order");
        await using SqliteRunJournal second = Open(s_place, "Ticket");
        await BeginAsync(second, 1);

        Assert.Equal("RunKeyColumnMismatch", (await Assert.ThrowsAsync<OutboundException>(() => BeginAsync(first, 2))).Id);
        Assert.Equal("Ticket", Kept.KeyColumn);
    }

    [Theory]
    [InlineData("A-1", true)]
    [InlineData("a-1", true)]
    [InlineData("A -1", true)]
    [InlineData("A\u00A0-1", true)]
    [InlineData("A-2", false)]
    [InlineData("A1", false)]
    [InlineData("a-2", true)]
    public async Task Keys_of_a_destination_that_differ_only_in_case_or_blanks_are_noticed(string key, bool isSimilar)
    {
        await using SqliteRunJournal run = Open(s_place, "Order");
        foreach ((int number, string known) in new[] { (1, "A-1"), (1, "A- 1"), (1, "A-2"), (2, "a-2") })
            await run.BeginAsync(_folder.Intent(number, known), CancellationToken.None);

        Assert.Equal(isSimilar, run.HasSimilarKey(JournalFolder.Identity(1, key)));
        Assert.False(run.HasSimilarKey(JournalFolder.Identity(3, key)));
    }

    private SqliteRunJournal Open(RunPlace place, string? keyColumn) =>
        _folder.Open().OpenRun(JournalFolder.RunName, new RunBinding { Place = place, KeyColumn = keyColumn });

    private Task BeginAsync(SqliteRunJournal run, int number) =>
        run.BeginAsync(_folder.Intent(number) with { Binding = run.Binding }, CancellationToken.None);

    private async Task UseAsync(RunPlace place, string? keyColumn, JournalStatus status)
    {
        await using SqliteRunJournal run = Open(place, keyColumn);
        await BeginAsync(run, 1);
        if (status != JournalStatus.Sending)
            await run.EndAsync(_folder.Outcome(1, status));
    }
}
