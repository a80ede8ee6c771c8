using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>Two processes with one journal, and processes that end in the middle.</summary>
public sealed class JournalProcessTests : IDisposable
{
    private const int AreaCode = 415;
    private readonly JournalFolder _folder = new();

    [Fact]
    public async Task What_was_said_to_be_written_is_there_after_a_kill()
    {
        for (int round = 0; round < 2; round++)
        {
            int areaCode = AreaCode + round;
            HashSet<int> begun = [];
            HashSet<int> started = [];
            using (WriterProcess writer = new(_folder.File, JournalFolder.RunName, areaCode, contacts: 1_000_000))
            {
                int limit = 300 + (477 * round);
                while (await writer.ReadAsync() is (string what, int number))
                {
                    (what == "begun" ? begun : started).Add(number);
                    if (begun.Count == limit)
                        writer.Kill();
                }

                Assert.NotEqual(0, await writer.ExitCodeAsync());
                Assert.True(begun.Count >= limit);
            }

            await using SqliteRunJournal run = _folder.OpenRun();
            Assert.All(begun, number => Assert.NotNull(run.Find(Identity(areaCode, number))));
            Assert.All(started, number => Assert.Equal(JournalStatus.Started, run.Find(Identity(areaCode, number))!.Status));
            await _folder.Write(run, round, JournalStatus.Started);
        }

        Assert.Equal("ok", _folder.Sql("PRAGMA integrity_check"));
        AssertCountsAreThoseOfTheContacts();
    }

    [Fact]
    public async Task Two_processes_write_one_run_and_see_each_other()
    {
        const int contacts = 1_000;
        int seen = 0;
        await using (SqliteRunJournal run = _folder.OpenRun())
        {
            using WriterProcess writer = new(_folder.File, JournalFolder.RunName, AreaCode, contacts);
            Task mine = Task.WhenAll(Enumerable.Range(1, contacts).Select(number => _folder.Write(run, number, JournalStatus.Started)));
            while (await writer.ReadAsync() is (string what, int number))
            {
                JournalEntry? entry = run.Find(Identity(AreaCode, number));
                Assert.NotNull(entry);
                Assert.True(what == "begun" || entry.Status == JournalStatus.Started);
                seen++;
            }

            Assert.Equal(0, await writer.ExitCodeAsync());
            await mine;
        }

        Assert.Equal(2 * contacts, seen);
        RunSummary summary = Assert.Single(_folder.Open().Runs());
        Assert.Equal(2 * contacts, summary.Counts[JournalStatus.Started]);
        AssertCountsAreThoseOfTheContacts();
    }

    [Fact]
    public async Task Processes_that_begin_a_new_journal_at_the_same_moment_share_it()
    {
        WriterProcess[] writers = [.. Enumerable.Range(0, 4).Select(number => new WriterProcess(_folder.File, JournalFolder.RunName, AreaCode + number, 50))];
        foreach (WriterProcess writer in writers)
        {
            while (await writer.ReadAsync() is not null)
            {
            }

            Assert.Equal(0, await writer.ExitCodeAsync());
            writer.Dispose();
        }

        Assert.Equal(200, Assert.Single(_folder.Open().Runs()).Counts[JournalStatus.Started]);
        Assert.Equal([_folder.File], Directory.GetFiles(_folder.Folder));
    }

    public void Dispose() => _folder.Dispose();

    private static ContactIdentity Identity(int areaCode, int number) => ContactIdentity.Create(Given.Instance, $"+1{areaCode}{number:0000000}", null);

    private void AssertCountsAreThoseOfTheContacts() => Assert.Equal(
        0L,
        _folder.Sql(
            """
            SELECT count(*) FROM run r WHERE sending <> (SELECT count(*) FROM contact WHERE run = r.id AND status = 1)
                OR started <> (SELECT count(*) FROM contact WHERE run = r.id AND status = 2)
            """));
}
