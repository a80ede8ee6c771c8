using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>Runs and their contacts, for people; and how they are forgotten.</summary>
public sealed class JournalReadingTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    [Fact]
    public async Task Runs_have_their_counts_and_times()
    {
        DateTimeOffset created = _folder.Time.GetUtcNow();
        await using SqliteRunJournal run = _folder.OpenRun();
        _folder.Time.Advance(TimeSpan.FromMinutes(1));
        DateTimeOffset first = _folder.Time.GetUtcNow();
        await run.BeginAsync(_folder.Intent(1), CancellationToken.None);
        _folder.Time.Advance(TimeSpan.FromMinutes(1));
        await _folder.Write(run, 2, JournalStatus.Started);
        await _folder.Write(run, 3, JournalStatus.Failed);
        await _folder.Write(run, 4, JournalStatus.Unknown);
        await _folder.Write(run, 5, JournalStatus.Unknown);
        await _folder.Write(run, 6, JournalStatus.NotSent);
        DateTimeOffset last = _folder.Time.GetUtcNow();
        await using SqliteRunJournal unused = _folder.OpenRun("autumn");

        IReadOnlyList<RunSummary> runs = _folder.Open(create: false).Runs();

        Assert.Equal([JournalFolder.RunName, "autumn"], runs.Select(summary => summary.Name));
        Assert.Equal((created, first, last), (runs[0].CreatedAt, runs[0].FirstAt, runs[0].LastAt));
        Assert.Equal(
            [(JournalStatus.Sending, 1L), (JournalStatus.Started, 1), (JournalStatus.Failed, 1), (JournalStatus.Unknown, 2), (JournalStatus.NotSent, 1)],
            runs[0].Counts.OrderBy(count => count.Key).Select(count => (count.Key, count.Value)));
        Assert.Equal((last, null, null), (runs[1].CreatedAt, runs[1].FirstAt, runs[1].LastAt));
        Assert.All(runs[1].Counts.Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Contacts_are_listed_in_the_order_of_their_rows()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        int[] numbers = [.. Enumerable.Range(1, 1_700)];
        new Random(1).Shuffle(numbers);
        await Task.WhenAll(numbers.Select(number => run.BeginAsync(_folder.Intent(number), CancellationToken.None)));
        await using SqliteRunJournal other = _folder.OpenRun("autumn");
        await other.BeginAsync(_folder.Intent(1), CancellationToken.None);

        JournalEntry[] listed = [.. _folder.Open().Contacts(" spring ")];

        Assert.Equal(Enumerable.Range(1, 1_700).Select(number => run.Find(JournalFolder.Identity(number))), listed);
    }

    [Fact]
    public async Task Contacts_with_the_same_row_number_are_all_listed()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        await Task.WhenAll(Enumerable.Range(1, 1_200).Select(
            number => run.BeginAsync(_folder.Intent(number) with { RowNumber = 7 }, CancellationToken.None)));

        Assert.Equal(1_200, _folder.Open().Contacts(JournalFolder.RunName).Select(entry => entry.Identity).Distinct().Count());
    }

    [Fact]
    public void There_are_no_contacts_of_a_run_that_there_is_not() => Assert.Empty(_folder.Open().Contacts("autumn"));

    [Fact]
    public async Task A_removed_run_is_forgotten_and_its_room_given_back()
    {
        await using (SqliteRunJournal run = _folder.OpenRun())
            await Task.WhenAll(Enumerable.Range(1, 3_000).Select(number => _folder.Write(run, number, JournalStatus.Failed)));
        await using (SqliteRunJournal run = _folder.OpenRun("autumn"))
            await _folder.Write(run, 1, JournalStatus.Started);
        long before = new FileInfo(_folder.File).Length;

        Assert.True(_folder.Open().Remove(" spring "));

        Assert.Equal("autumn", Assert.Single(_folder.Open().Runs()).Name);
        Assert.Empty(_folder.Open().Contacts(JournalFolder.RunName));
        Assert.Single(_folder.Open().Contacts("autumn"));
        Assert.True(new FileInfo(_folder.File).Length < before / 4);
        Assert.Equal(0L, _folder.Sql("PRAGMA freelist_count"));
        Assert.Equal(0L, _folder.Sql("SELECT count(*) FROM input_row"));
        Assert.Equal("ok", _folder.Sql("PRAGMA integrity_check"));
        Assert.False(_folder.Open().Remove(JournalFolder.RunName));
    }

    [Fact]
    public async Task What_is_forgotten_is_no_longer_in_the_file()
    {
        const string secret = "a word that only this row has";
        await using (SqliteRunJournal run = _folder.OpenRun())
        {
            await run.BeginAsync(_folder.Intent(1) with { RowJson = secret }, CancellationToken.None);
            await run.EndAsync(_folder.Outcome(1, JournalStatus.Started));
            await run.BeginAsync(_folder.Intent(2), CancellationToken.None);
        }

        Assert.DoesNotContain(secret, File.ReadAllText(_folder.File, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        Assert.Contains(JournalFolder.Identity(1).Destination, File.ReadAllText(_folder.File, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        Assert.True(_folder.Open().Remove(JournalFolder.RunName));
        Assert.DoesNotContain(JournalFolder.Identity(1).Destination, File.ReadAllText(_folder.File, System.Text.Encoding.Latin1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_a_removed_name_begins_anew()
    {
        await using (SqliteRunJournal run = _folder.OpenRun())
            await _folder.Write(run, 1, JournalStatus.Started);
        _folder.Open().Remove(JournalFolder.RunName);

        await using SqliteRunJournal again = _folder.OpenRun("SPRING".ToLowerInvariant());
        Assert.Null(again.Find(JournalFolder.Identity(1)));
    }

    [Fact]
    public async Task A_run_that_is_removed_while_it_is_in_use_fails_from_then_on()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        await run.BeginAsync(_folder.Intent(1), CancellationToken.None);

        Assert.True(_folder.Open().Remove(JournalFolder.RunName));
        await using SqliteRunJournal again = _folder.OpenRun();

        OutboundException error = await Assert.ThrowsAsync<OutboundException>(() => run.EndAsync(_folder.Outcome(1, JournalStatus.Started)));
        Assert.Equal("JournalFailed", error.Id);
        Assert.Contains("removed", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OutboundException>(() => run.BeginAsync(_folder.Intent(2), CancellationToken.None));
        Assert.Null(again.Find(JournalFolder.Identity(2)));
        await again.BeginAsync(_folder.Intent(2), CancellationToken.None);
    }

    [Fact]
    public async Task What_a_removal_left_behind_is_cleared_away_by_the_next()
    {
        await using (SqliteRunJournal run = _folder.OpenRun())
            await _folder.Write(run, 1, JournalStatus.Failed);
        _folder.Sql("UPDATE run SET run_key = NULL");

        Assert.Empty(_folder.Open().Runs());
        Assert.False(_folder.Open().Remove("any"));

        Assert.Equal(0L, _folder.Sql("SELECT (SELECT count(*) FROM contact) + (SELECT count(*) FROM run)"));
    }

    public void Dispose() => _folder.Dispose();
}
