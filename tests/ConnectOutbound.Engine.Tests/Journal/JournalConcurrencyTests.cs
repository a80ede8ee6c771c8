using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>Many workers, and many users of one file in a process.</summary>
public sealed class JournalConcurrencyTests : IDisposable
{
    private const int Workers = 64;
    private readonly JournalFolder _folder = new();

    [Fact]
    public async Task Many_workers_write_and_each_sees_what_it_wrote()
    {
        const int contacts = 10_000;
        await using (SqliteRunJournal run = _folder.OpenRun())
        {
            await ForEachAsync(contacts, async number =>
            {
                await run.BeginAsync(_folder.Intent(number), CancellationToken.None);
                Assert.Equal(JournalStatus.Sending, run.Find(JournalFolder.Identity(number))!.Status);
                await run.EndAsync(_folder.Outcome(number, number % 5 == 0 ? JournalStatus.Failed : JournalStatus.Started));
                Assert.NotEqual(JournalStatus.Sending, run.Find(JournalFolder.Identity(number))!.Status);
            });
        }

        IReadOnlyDictionary<JournalStatus, long> counts = Assert.Single(_folder.Open().Runs()).Counts;
        Assert.Equal((0, 8_000, 2_000), (counts[JournalStatus.Sending], counts[JournalStatus.Started], counts[JournalStatus.Failed]));
        Assert.Equal(
            Enumerable.Range(1, contacts).Select(number => (long)number),
            _folder.Open().Contacts(JournalFolder.RunName).Select(entry => entry.RowNumber));
    }

    [Fact]
    public async Task Two_journals_on_one_file_write_the_same_contacts()
    {
        const int contacts = 2_000;
        SqliteJournal[] journals = [_folder.Open(), _folder.Open()];
        SqliteRunJournal[] runs = [.. journals.Select(journal => journal.OpenRun(JournalFolder.RunName))];
        await Task.WhenAll(runs.Select((run, user) => ForEachAsync(contacts, async number =>
        {
            await run.BeginAsync(_folder.Intent(number), CancellationToken.None);
            await run.EndAsync(_folder.Outcome(number, JournalStatus.Started) with { ContactId = $"of {user}" });
            JournalEntry mine = run.Find(JournalFolder.Identity(number))!;
            Assert.Equal(mine, runs[1 - user].Find(JournalFolder.Identity(number)));
            Assert.Equal(JournalStatus.Started, mine.Status);
        })));

        foreach (SqliteRunJournal run in runs)
            await run.DisposeAsync();
        Assert.Equal(contacts, Assert.Single(_folder.Open().Runs()).Counts[JournalStatus.Started]);
    }

    [Fact]
    public async Task Runs_are_listed_while_one_is_written()
    {
        await using SqliteRunJournal run = _folder.OpenRun();
        SqliteJournal reader = _folder.Open(create: false);
        Task writing = ForEachAsync(3_000, number => _folder.Write(run, number, JournalStatus.Started));
        long before = 0;
        while (!writing.IsCompleted)
        {
            long known = Assert.Single(reader.Runs()).Counts.Values.Sum();
            Assert.True(known >= before);
            Assert.True(reader.Contacts(JournalFolder.RunName).Count() >= known);
            before = known;
        }

        await writing;
        Assert.Equal(3_000, Assert.Single(reader.Runs()).Counts[JournalStatus.Started]);
    }

    [Fact]
    public async Task A_new_journal_is_opened_by_many_at_once()
    {
        SqliteRunJournal[] runs = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _folder.OpenRun())));
        await Task.WhenAll(runs.Select((run, number) => _folder.Write(run, number, JournalStatus.Started)));

        foreach (SqliteRunJournal run in runs)
            await run.DisposeAsync();
        Assert.Equal(16, Assert.Single(_folder.Open().Runs()).Counts[JournalStatus.Started]);
    }

    public void Dispose() => _folder.Dispose();

    private static Task ForEachAsync(int count, Func<int, Task> work)
    {
        int next = 0;
        return Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            for (int number = Interlocked.Increment(ref next); number <= count; number = Interlocked.Increment(ref next))
                await work(number);
        })));
    }
}
