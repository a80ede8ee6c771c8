using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ConnectOutbound.Engine.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>The place of a journal: makes the file, and connections to it.</summary>
/// <remarks>
/// Nothing here or elsewhere opens the database by .NET's file classes once it is in its place: on Linux and macOS, closing such a handle takes away
/// the locks that SQLite holds on the file in this process (https://www.sqlite.org/howtocorrupt.html, section 2.2).
/// </remarks>
internal sealed class JournalFile
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    private readonly TimeSpan _busyTimeout;

    /// <param name="path">The full path.</param>
    /// <param name="busyTimeout">How long another process's lock is waited for.</param>
    public JournalFile(string path, TimeSpan busyTimeout)
    {
        Path = path;
        _busyTimeout = busyTimeout;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>How many pages of 4,096 bytes the file may grow to; null for no bound. By it a full disk is tried.</summary>
    public int? PageLimit { get; set; }

    /// <summary>Makes the file and its folder where they are missing, with access for their owner only.</summary>
    /// <exception cref="OutboundException">JournalNotFound, JournalCorrupt, JournalReadOnly, JournalFailed.</exception>
    public void Ensure(bool create)
    {
        if (Directory.Exists(Path))
            throw JournalErrors.Corrupt(Path, "it is a folder.");
        var file = new FileInfo(Path);
        if (file.Exists)
        {
            // SQLite reads a part of a page as if zeros followed. With a -wal file beside it, the end of the file may be on its way.
            if (!File.Exists($"{Path}-wal") && file.Length % JournalSchema.PageSize != 0)
                throw JournalErrors.Corrupt(Path, "its length is none of a journal.");
            return;
        }

        if (!create)
        {
            throw new OutboundException(
                ErrorIds.JournalNotFound, $"There is no journal at {Path}.", "Check -JournalPath. The journal is made by the first run that is given a name.");
        }

        try
        {
            Create();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (!File.Exists(Path))
                throw JournalErrors.From(error, Path);
        }
    }

    /// <summary>Opens a connection, with the file checked and brought to the current version.</summary>
    /// <exception cref="OutboundException">It cannot be opened.</exception>
    public SqliteConnection Connect() => Connect(SqliteOpenMode.ReadWrite);

    /// <summary>Opens a connection in a mode: by it a read-only file is tried.</summary>
    internal SqliteConnection Connect(SqliteOpenMode mode)
    {
        LoadSqlite();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            // The provider tries again for so long, after SQLite itself has waited for busy_timeout: seconds, and 0 would be for ever.
            DefaultTimeout = Math.Max(1, (int)_busyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();

            // NORMAL: what is committed outlives the process. A power cut may undo the last commits, not more; the tokens cover those.
            // secure_delete: what is forgotten is overwritten. trusted_schema, cell_size_check: the file is not believed unseen.
            connection.Run(FormattableString.Invariant(
                $"""
                PRAGMA busy_timeout = {(int)_busyTimeout.TotalMilliseconds};
                PRAGMA foreign_keys = ON;
                PRAGMA synchronous = NORMAL;
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA secure_delete = ON;
                PRAGMA cache_size = -16384;
                PRAGMA journal_size_limit = 67108864;
                """));
            if (raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
                throw JournalErrors.ReadOnly(Path);
            if (PageLimit is int pages)
                connection.Run(FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
            JournalSchema.Prepare(connection, Path);
            return connection;
        }
        catch (Exception error)
        {
            connection.Dispose();
            if (error is SqliteException sqlite)
                throw JournalErrors.From(sqlite, Path);
            throw;
        }
    }

    private void LoadSqlite()
    {
        try
        {
            Batteries_V2.Init();
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or TypeInitializationException)
        {
            throw new OutboundException(
                ErrorIds.JournalFailed,
                $"The journal {Path} cannot be opened: SQLite's library could not be loaded on this platform ({RuntimeInformation.RuntimeIdentifier}).",
                "Use a platform that the module is made for, or run without a run name.",
                error);
        }
    }

    private void Create()
    {
        string folder = System.IO.Path.GetDirectoryName(Path)!;
        if (OperatingSystem.IsWindows())
        {
            // The user's profile gives its access rights to what is made in it.
            Directory.CreateDirectory(folder);
            using (new FileStream(Path, FileMode.CreateNew))
            {
            }

            return;
        }

        CreateFolder(folder);

        // Made under another name, closed, then linked into place: see the remarks. SQLite gives the mode to the files beside it.
        string fresh = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(Path)}.{Guid.NewGuid():N}");
        try
        {
            using (new FileStream(fresh, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnersFile }))
            {
            }

            File.Move(fresh, Path);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    // One by one: of several folders, .NET would give the mode to the last alone.
    [UnsupportedOSPlatform("windows")]
    private static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (System.IO.Path.GetDirectoryName(folder) is string parent)
            CreateFolder(parent);
        Directory.CreateDirectory(folder, OwnersFolder);
    }
}
