using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>Where the journal is, who can read it, and what is refused.</summary>
public sealed class JournalOpeningTests : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private readonly JournalFolder _folder = new();

    [Fact]
    public async Task File_and_folders_are_made_for_their_owner_only()
    {
        string file = Path.Combine(_folder.Folder, "one", "two", "journal.db");
        await using SqliteRunJournal run = SqliteJournal.Open(file, _folder.Time).OpenRun(JournalFolder.RunName);
        await run.BeginAsync(_folder.Intent(1), CancellationToken.None);

        string[] files = [.. Directory.GetFiles(Path.GetDirectoryName(file)!).Order()];
        Assert.Equal([file, $"{file}-shm", $"{file}-wal"], files);
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            foreach (string name in files)
                Assert.Equal(owner, File.GetUnixFileMode(name));
            Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
            Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_folder.Folder, "one")));
        }
    }

    [Fact]
    public void Opening_to_read_makes_nothing()
    {
        string file = Path.Combine(_folder.Folder, "missing", "journal.db");

        OutboundException error = Assert.Throws<OutboundException>(() => SqliteJournal.Open(file, _folder.Time, create: false));

        Assert.Equal("JournalNotFound", error.Id);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Folder));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_empty_file_is_a_new_journal(bool create)
    {
        File.WriteAllBytes(_folder.File, []);

        Assert.Empty(_folder.Open(create).Runs());
    }

    [Fact]
    public void The_file_is_marked_as_a_journal_and_kept_in_write_ahead_mode()
    {
        _folder.Open();

        Assert.Equal((long)JournalSchema.ApplicationId, _folder.Sql("PRAGMA application_id"));
        Assert.Equal((long)JournalSchema.Version, _folder.Sql("PRAGMA user_version"));
        Assert.Equal("wal", _folder.Sql("PRAGMA journal_mode"));
    }

    [Fact]
    public void A_later_format_is_refused_and_left_as_it_is()
    {
        _folder.Open();
        _folder.Sql($"PRAGMA user_version = {JournalSchema.Version + 1}");

        OutboundException error = _folder.Refused();

        Assert.Equal("JournalNewer", error.Id);
        Assert.NotEmpty(error.Remedy);
        Assert.Equal(JournalSchema.Version + 1L, _folder.Sql("PRAGMA user_version"));
    }

    [Theory]
    [InlineData("CREATE TABLE contact (id INTEGER)")]
    [InlineData("PRAGMA application_id = 7")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("CREATE TABLE contact (id INTEGER); PRAGMA application_id = 7; PRAGMA user_version = 1")]
    public void The_database_of_another_program_is_refused_and_left_as_it_is(string made)
    {
        _folder.Sql(made);
        byte[] before = File.ReadAllBytes(_folder.File);

        Assert.Equal("JournalCorrupt", _folder.Refused().Id);
        Assert.Equal(before, File.ReadAllBytes(_folder.File));
    }

    [Fact]
    public void A_connection_that_may_only_read_is_refused()
    {
        _folder.Open();
        var file = new JournalFile(_folder.File, Short);

        Assert.Equal("JournalReadOnly", Assert.Throws<OutboundException>(() => file.Connect(SqliteOpenMode.ReadOnly)).Id);
    }

    [Fact]
    public void Files_beside_the_journal_that_cannot_be_written_are_refused()
    {
        _folder.Open();
        Directory.CreateDirectory($"{_folder.File}-wal");

        Assert.Equal("JournalReadOnly", _folder.Refused().Id);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        // The one folder in which not even the superuser makes files.
        if (OperatingSystem.IsLinux())
        {
            OutboundException error = Assert.Throws<OutboundException>(() => SqliteJournal.Open("/sys/ConnectOutbound/journal.db", _folder.Time));
            Assert.Equal("JournalReadOnly", error.Id);
        }
    }

    [Fact]
    public void A_file_in_place_of_a_folder_is_refused()
    {
        File.WriteAllText(_folder.File, "");

        string file = Path.Combine(_folder.File, "journal.db");
        Assert.Equal("JournalFailed", Assert.Throws<OutboundException>(() => SqliteJournal.Open(file, _folder.Time)).Id);
    }

    [Fact]
    public void A_new_journal_that_another_process_locks_is_busy()
    {
        using SqliteConnection other = _folder.Connect();
        Run(other, "BEGIN EXCLUSIVE");

        Assert.Equal("JournalBusy", Assert.Throws<OutboundException>(() => SqliteJournal.Open(_folder.File, _folder.Time, create: true, Short)).Id);
    }

    [Fact]
    public async Task A_run_that_another_process_locks_fails_the_writes_of_that_time_and_goes_on()
    {
        await using SqliteRunJournal run = SqliteJournal.Open(_folder.File, _folder.Time, create: true, Short).OpenRun(JournalFolder.RunName);
        await run.BeginAsync(_folder.Intent(1), CancellationToken.None);
        using SqliteConnection other = _folder.Connect();
        Run(other, "BEGIN IMMEDIATE");

        OutboundException begin = await Assert.ThrowsAsync<OutboundException>(() => run.BeginAsync(_folder.Intent(2), CancellationToken.None));
        OutboundException end = await Assert.ThrowsAsync<OutboundException>(() => run.EndAsync(_folder.Outcome(1, JournalStatus.Started)));
        Assert.Equal(("JournalBusy", "JournalBusy"), (begin.Id, end.Id));
        Assert.Equal(JournalStatus.Sending, run.Find(JournalFolder.Identity(1))!.Status);
        Run(other, "ROLLBACK");

        await run.EndAsync(_folder.Outcome(1, JournalStatus.Started));
        await run.BeginAsync(_folder.Intent(2), CancellationToken.None);
        Assert.Equal(JournalStatus.Started, run.Find(JournalFolder.Identity(1))!.Status);
        Assert.Equal(JournalStatus.Sending, run.Find(JournalFolder.Identity(2))!.Status);
    }

    [Fact]
    public async Task A_full_disk_fails_the_writes_and_the_run_goes_on_when_there_is_room()
    {
        await using (SqliteRunJournal old = _folder.OpenRun("old"))
            await Task.WhenAll(Enumerable.Range(1, 500).Select(number => _folder.Write(old, number, JournalStatus.Failed)));
        int pages = (int)(long)_folder.Sql("PRAGMA page_count")! + 10;
        await using SqliteRunJournal run = SqliteJournal.Open(_folder.File, _folder.Time, create: true, Short, pages).OpenRun(JournalFolder.RunName);
        int written = 0;
        OutboundException error = await Assert.ThrowsAsync<OutboundException>(async () =>
        {
            for (; written < 1_000; written++)
                await run.BeginAsync(_folder.Intent(written), CancellationToken.None);
        });

        Assert.Equal("JournalFailed", error.Id);
        Assert.Contains("full", error.Message, StringComparison.Ordinal);
        Assert.Null(run.Find(JournalFolder.Identity(written)));
        Assert.All(Enumerable.Range(0, written), number => Assert.NotNull(run.Find(JournalFolder.Identity(number))));

        Assert.True(_folder.Open().Remove("old"));
        await run.BeginAsync(_folder.Intent(written), CancellationToken.None);
        Assert.NotNull(run.Find(JournalFolder.Identity(written)));
    }

    [Fact]
    public async Task A_write_that_failed_leaves_nothing_that_the_next_one_would_trip_over()
    {
        _folder.Open();
        int pages = (int)(long)_folder.Sql("PRAGMA page_count")! + 10;
        await using SqliteRunJournal run = SqliteJournal.Open(_folder.File, _folder.Time, create: true, Short, pages).OpenRun(JournalFolder.RunName);
        JournalIntent large = _folder.Intent(1) with { RowJson = new string('x', 1 << 20) };

        Assert.Equal("JournalFailed", (await Assert.ThrowsAsync<OutboundException>(() => run.BeginAsync(large, CancellationToken.None))).Id);
        await _folder.Write(run, 1, JournalStatus.Started);

        Assert.Equal(1, Assert.Single(_folder.Open().Runs()).Counts[JournalStatus.Started]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_name_is_no_run(string name) => Assert.Throws<ArgumentException>(() => _folder.OpenRun(name));

    public void Dispose() => _folder.Dispose();

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
