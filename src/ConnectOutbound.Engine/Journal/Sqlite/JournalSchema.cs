using System.Globalization;
using ConnectOutbound.Engine.Errors;
using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>The tables of the file, version by version, and the marks by which it is known for a journal.</summary>
internal static class JournalSchema
{
    /// <summary>SQLite's application_id: "COjl" in ASCII.</summary>
    public const int ApplicationId = 0x434F6A6C;

    /// <summary>SQLite's page_size, in bytes.</summary>
    public const int PageSize = 4096;

    /// <summary>The version that this code reads and writes: SQLite's user_version.</summary>
    public static int Version => s_migrations.Length;

    // Entry n takes a file from version n to n + 1. What was ever released is never changed, only added to.
    // - A run whose key is null was removed; what is left of it is cleared away. AUTOINCREMENT: its id never comes back for another run.
    // - Columns ANY hold text, or bytes where PackedText makes it shorter. Times are milliseconds since 1970, UTC.
    // - Rows as JSON have a table of their own: they go when a contact is started, and what they took is used again. In the contact's own
    //   row they would leave gaps. So has what became of contacts after the send: most runs never ask.
    // - A run's place and key column are null until its first contact records them, and in files of versions 1 and 2. No key column is ''.
    // - lease_until is room for journals that several machines share: until when a process keeps a contact to itself. This version neither
    //   reads nor writes it, and may: a lease only saves requests. What a later version needs obeyed is a version of its own.
    private static readonly string[] s_migrations =
    [
        """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run_key TEXT UNIQUE,
            name TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            first_at INTEGER,
            last_at INTEGER,
            sending INTEGER NOT NULL DEFAULT 0,
            started INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            unknown INTEGER NOT NULL DEFAULT 0,
            not_sent INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE instance (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE contact (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES run (id),
            instance INTEGER NOT NULL REFERENCES instance (id),
            destination TEXT NOT NULL,
            contact_key TEXT NOT NULL,
            status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 5),
            channel INTEGER NOT NULL,
            row_number INTEGER NOT NULL,
            invocation INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            first_sent_at INTEGER NOT NULL,
            last_at INTEGER NOT NULL,
            token ANY NOT NULL,
            fingerprint ANY NOT NULL,
            contact_id ANY,
            request_id ANY,
            error_code TEXT,
            reason TEXT
        ) STRICT;
        CREATE UNIQUE INDEX contact_identity ON contact (run, destination, contact_key, instance);
        CREATE INDEX contact_row_number ON contact (run, row_number);
        CREATE TABLE input_row (contact INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE, json TEXT NOT NULL) STRICT;
        """,
        """
        CREATE TABLE contact_state (
            contact INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
            state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
            seen_at INTEGER NOT NULL,
            initiated_at INTEGER,
            connected_at INTEGER,
            agent_connected_at INTEGER,
            disconnected_at INTEGER,
            disconnect_reason TEXT,
            agent_id ANY,
            queue_id ANY
        ) STRICT;
        """,
        """
        ALTER TABLE run ADD COLUMN place TEXT;
        ALTER TABLE run ADD COLUMN key_column TEXT;
        ALTER TABLE contact ADD COLUMN lease_until INTEGER;
        """,
    ];

    /// <summary>Makes a new file a journal, brings an older one up, and refuses what is none or is newer.</summary>
    /// <exception cref="OutboundException">JournalNewer, JournalCorrupt, or JournalFailed where the file's place cannot hold a journal.</exception>
    /// <exception cref="SqliteException">The file cannot be read or written.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        if (!IsCurrentNow(connection, path))
            Upgrade(connection, path);
        UseWriteAheadLog(connection, path);
    }

    // Marks and tables of one moment: another process may be making the file a journal just now.
    private static bool IsCurrentNow(SqliteConnection connection, string path)
    {
        using JournalTransaction transaction = new(connection, readsOnly: true);
        return IsCurrent(connection, path);
    }

    private static bool IsCurrent(SqliteConnection connection, string path)
    {
        long application = connection.Number("PRAGMA application_id");
        long version = connection.Number("PRAGMA user_version");
        if (application == ApplicationId && version > Version)
        {
            throw new OutboundException(
                ErrorIds.JournalNewer,
                $"The journal {path} was written by a later version of this module (its format is {version}, this module's is {Version}).",
                "Update the module, or give another -JournalPath.");
        }

        bool isJournal = application == ApplicationId && version > 0;
        if (!isJournal && (application != 0 || version != 0 || connection.Number("SELECT count(*) FROM sqlite_schema") != 0))
        {
            throw new OutboundException(
                ErrorIds.JournalCorrupt,
                $"{path} is a SQLite database of something else: no journal.",
                "Give another -JournalPath. The file was left as it is.");
        }

        return isJournal && version == Version;
    }

    private static void Upgrade(SqliteConnection connection, string path)
    {
        // Counts for a file without a page only, and before the first: what Remove leaves can then be given back.
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = {PageSize}; PRAGMA auto_vacuum = INCREMENTAL"));
        using JournalTransaction transaction = new(connection);

        // Another process may have done it in the meantime.
        if (!IsCurrent(connection, path))
        {
            for (long version = connection.Number("PRAGMA user_version"); version < Version; version++)
                connection.Run(s_migrations[version]);
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}"));
        }

        transaction.Commit();
    }

    private static void UseWriteAheadLog(SqliteConnection connection, string path)
    {
        if (connection.Text("PRAGMA journal_mode") == "wal")
            return;
        string mode = connection.Text("PRAGMA journal_mode = WAL");
        if (mode != "wal")
        {
            throw new OutboundException(
                ErrorIds.JournalFailed,
                $"The journal {path} cannot be shared between processes there: the file system has no write-ahead log for it (journal mode {mode}).",
                "Give a -JournalPath on a local disk.");
        }
    }
}
