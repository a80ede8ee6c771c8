using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>
/// A transaction that may write from its beginning, so that nothing it reads is out of date when it writes; or one that reads only, all at one moment.
/// Undone unless it is committed.
/// </summary>
internal readonly ref struct JournalTransaction
{
    private readonly SqliteConnection _connection;

    public JournalTransaction(SqliteConnection connection, bool readsOnly = false)
    {
        _connection = connection;
        connection.Run(readsOnly ? "BEGIN" : "BEGIN IMMEDIATE");
    }

    public void Commit() => _connection.Run("COMMIT");

    public void Dispose()
    {
        // SQLite has undone it already after some errors (disk full, I/O); nothing is left to undo after a commit.
        if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            _connection.Run("ROLLBACK");
    }
}
