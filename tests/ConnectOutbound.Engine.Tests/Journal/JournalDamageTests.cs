using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>Damaged files end in an error with an id, before something is sent; never in another exception, never in contacts that were not written.</summary>
public sealed class JournalDamageTests : IDisposable
{
    private const int Contacts = 400;
    private const int HeaderLength = 100;
    private readonly JournalFolder _folder = new();

    [Theory]
    [InlineData("PhoneNumber,CustomerName\n+12065550100,Maria\n")]
    [InlineData("SQLite format 3")]
    [InlineData("\0")]
    public void A_file_of_another_kind_is_refused_and_left_as_it_is(string content)
    {
        File.WriteAllText(_folder.File, content);

        Assert.Equal("JournalCorrupt", _folder.Refused().Id);
        Assert.Equal(content, File.ReadAllText(_folder.File));
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(_folder.File);

        Assert.Equal("JournalCorrupt", _folder.Refused().Id);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_anywhere_is_refused()
    {
        byte[] whole = await WholeAsync();
        var random = new Random(1);
        for (int i = 0; i < 60; i++)
        {
            File.WriteAllBytes(_folder.File, whole[..random.Next(1, whole.Length)]);

            Assert.Equal("JournalCorrupt", _folder.Refused().Id);
        }
    }

    [Fact]
    public async Task Bytes_that_are_overwritten_in_the_header_are_noticed_or_harmless()
    {
        byte[] whole = await WholeAsync();
        var random = new Random(2);
        for (int offset = 0; offset < HeaderLength; offset++)
        {
            byte[] damaged = [.. whole];
            damaged[offset] ^= (byte)random.Next(1, 256);
            await AssertNoticedOrHarmlessAsync(damaged, allThere: true);
        }
    }

    [Fact]
    public async Task Bytes_that_are_overwritten_anywhere_end_in_a_journals_error_at_most()
    {
        byte[] whole = await WholeAsync();
        var random = new Random(3);
        for (int i = 0; i < 120; i++)
        {
            byte[] damaged = [.. whole];
            random.NextBytes(damaged.AsSpan(random.Next(damaged.Length - 64), random.Next(1, 64)));
            await AssertNoticedOrHarmlessAsync(damaged, allThere: false);
        }
    }

    [Fact]
    public async Task Tables_that_are_not_the_journals_are_refused()
    {
        await WholeAsync();
        _folder.Sql("PRAGMA foreign_keys = OFF; DROP TABLE input_row");

        Assert.Equal("JournalCorrupt", Assert.Throws<OutboundException>(() => _folder.OpenRun()).Id);
        Assert.Equal("JournalCorrupt", Assert.Throws<OutboundException>(() => _folder.Open().Contacts(JournalFolder.RunName).Count()).Id);
    }

    [Fact]
    public async Task A_log_that_is_cut_off_anywhere_loses_the_last_writes_only()
    {
        const int more = 60;
        byte[] whole = await WholeAsync();
        byte[] log;
        await using (SqliteRunJournal run = _folder.OpenRun())
        {
            for (int number = Contacts + 1; number <= Contacts + more; number++)
                await _folder.Write(run, number, JournalStatus.Started);
            log = File.ReadAllBytes($"{_folder.File}-wal");
        }

        var random = new Random(4);
        for (int i = 0; i < 30; i++)
        {
            File.WriteAllBytes(_folder.File, whole);
            File.WriteAllBytes($"{_folder.File}-wal", log[..random.Next(log.Length)]);

            await using SqliteRunJournal run = _folder.OpenRun();
            int kept = Enumerable.Range(1, Contacts + more).TakeWhile(number => run.Find(JournalFolder.Identity(number)) is not null).Count();
            Assert.True(kept >= Contacts);
            Assert.Equal(kept, _folder.Open().Contacts(JournalFolder.RunName).Count());
            await _folder.Write(run, kept + 1, JournalStatus.Started);
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<byte[]> WholeAsync()
    {
        await using (SqliteRunJournal run = _folder.OpenRun())
        {
            await Task.WhenAll(Enumerable.Range(1, Contacts).Select(
                number => _folder.Write(run, number, number % 2 == 0 ? JournalStatus.Started : JournalStatus.Failed)));
        }

        return File.ReadAllBytes(_folder.File);
    }

    private async Task AssertNoticedOrHarmlessAsync(byte[] damaged, bool allThere)
    {
        foreach (string beside in new[] { "-wal", "-shm" })
            File.Delete(_folder.File + beside);
        File.WriteAllBytes(_folder.File, damaged);
        try
        {
            SqliteJournal journal = _folder.Open();
            _ = journal.Runs();
            _ = journal.Contacts(JournalFolder.RunName).Count();
            await using SqliteRunJournal run = journal.OpenRun(JournalFolder.RunName);
            for (int number = 1; number <= Contacts; number++)
            {
                JournalEntry? entry = run.Find(JournalFolder.Identity(number));
                Assert.True(!allThere || entry?.Status == (number % 2 == 0 ? JournalStatus.Started : JournalStatus.Failed));
            }

            await _folder.Write(run, Contacts + 1, JournalStatus.Started);
        }
        catch (OutboundException error)
        {
            Assert.Contains(error.Id, new[] { "JournalCorrupt", "JournalNewer", "JournalReadOnly", "JournalFailed" });
            Assert.Contains(_folder.File, error.Message, StringComparison.Ordinal);
            Assert.NotEmpty(error.Remedy);
        }
    }
}
