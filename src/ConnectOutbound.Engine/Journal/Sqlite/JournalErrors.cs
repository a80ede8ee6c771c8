using ConnectOutbound.Engine.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>Says what an error of SQLite or of the file system means for a journal.</summary>
internal static class JournalErrors
{
    // errno EROFS of Linux and macOS; ERROR_WRITE_PROTECT of Windows.
    private const int ReadOnlyFileSystem = 30;
    private const int WriteProtected = unchecked((int)0x80070013);

    /// <summary>Result codes: https://www.sqlite.org/rescode.html.</summary>
    public static OutboundException From(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new OutboundException(
            ErrorIds.JournalBusy,
            $"The journal {path} is locked by another process.",
            "Wait for the other process, or end it. A program that has the file open for editing holds the lock too.",
            error),
        // CANTOPEN: the file is there (that was looked at before), so it, or the files beside it, may not be opened for writing.
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_CANTOPEN => ReadOnly(path, error),
        // ERROR, MISMATCH, CONSTRAINT: the statements are constants and the values are right, so the tables are not the journal's.
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_FORMAT or raw.SQLITE_ERROR or raw.SQLITE_MISMATCH or raw.SQLITE_CONSTRAINT =>
            Corrupt(path, error.Message, error),
        raw.SQLITE_FULL => new OutboundException(
            ErrorIds.JournalFailed,
            $"The journal {path} cannot grow: the disk is full.",
            "Make room on the disk, then run again with the same run name.",
            error),
        _ => Failed(path, error.Message, error),
    };

    /// <summary>Any other error of the file system, or of values that are none.</summary>
    public static OutboundException From(Exception error, string path) => error switch
    {
        SqliteException sqlite => From(sqlite, path),
        FormatException or ArgumentException => Corrupt(path, error.Message, error),
        UnauthorizedAccessException => ReadOnly(path, error),
        IOException { HResult: ReadOnlyFileSystem or WriteProtected } => ReadOnly(path, error),
        _ => Failed(path, error.Message, error),
    };

    public static OutboundException ReadOnly(string path, Exception? error = null) => new(
        ErrorIds.JournalReadOnly,
        $"The journal {path} cannot be written: the file, its folder or the files -wal and -shm beside it are read-only.",
        "Give yourself the right to write the file and its folder, or give another -JournalPath. To read a copy, put it into a folder that can be written.",
        error);

    public static OutboundException Corrupt(string path, string why, Exception? error = null) => new(
        ErrorIds.JournalCorrupt,
        $"{path} is no journal, or it is damaged: {why}",
        "Give another -JournalPath, or put a copy from a backup in its place. The contacts of the last seven days are still protected by their tokens "
            + "if you run with the same run name.",
        error);

    public static OutboundException Removed(string path, string runName) => new(
        ErrorIds.JournalFailed,
        $"The run '{runName}' was removed from the journal {path} while it was in use.",
        "Run again. What was removed is no longer remembered: contacts of the last seven days are protected by their tokens alone.");

    private static OutboundException Failed(string path, string why, Exception error) => new(
        ErrorIds.JournalFailed, $"The journal {path} cannot be read or written: {why}", "Check the disk and the path, or give another -JournalPath.", error);
}
