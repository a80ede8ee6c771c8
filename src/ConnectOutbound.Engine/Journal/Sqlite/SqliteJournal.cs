using ConnectOutbound.Engine.Errors;
using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>
/// The memory of all runs: one SQLite file, for many runs and many processes at a time. It holds phone numbers and, of contacts that were not
/// started, whole rows; docs/journal.md says what, and who can read it.
/// </summary>
/// <remarks>It holds no connection: nothing is to be disposed. Each run that is opened has its own.</remarks>
public sealed class SqliteJournal
{
    // What other processes do takes milliseconds; a removal of a large run up to seconds at a time.
    private static readonly TimeSpan s_busyTimeout = TimeSpan.FromSeconds(15);

    private readonly JournalFile _file;
    private readonly TimeProvider _time;

    private SqliteJournal(JournalFile file, TimeProvider time)
    {
        _file = file;
        _time = time;
    }

    /// <summary>The file, as a full path.</summary>
    public string Path => _file.Path;

    /// <summary>Where the journal is unless a path is given: the file ConnectOutbound/journal.db in the user's folder for data.</summary>
    /// <returns>
    /// A full path below %LOCALAPPDATA% (Windows), $XDG_DATA_HOME or ~/.local/share (Linux), ~/Library/Application Support (macOS). Neither file nor
    /// folder need exist.
    /// </returns>
    /// <exception cref="OutboundException">JournalFailed: the user has no such folder.</exception>
    public static string DefaultPath()
    {
        string data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.IsPathFullyQualified(data)
            ? System.IO.Path.Combine(data, "ConnectOutbound", "journal.db")
            : throw new OutboundException(ErrorIds.JournalFailed, "No folder for the journal is known: the user has no home folder.", "Give -JournalPath.");
    }

    /// <summary>Opens a journal: checks that it can be read and written, and brings the file of an earlier version up to this one.</summary>
    /// <param name="path">The file. An empty file is taken for a new journal.</param>
    /// <param name="time">The clock that run summaries are dated by.</param>
    /// <param name="create">
    /// Whether the file, and the folders it is in, are made where they are missing: with access for their owner only (0600 and 0700; on Windows with
    /// the rights that the folder hands down).
    /// </param>
    /// <returns>The journal.</returns>
    /// <exception cref="OutboundException">
    /// JournalNotFound (only where it is not to be made), JournalNewer, JournalCorrupt (also for a file or folder that is something else),
    /// JournalReadOnly, JournalBusy, JournalFailed.
    /// </exception>
    public static SqliteJournal Open(string path, TimeProvider time, bool create = true) => Open(path, time, create, s_busyTimeout);

    /// <summary>
    /// Opens a run, which is made where it is new. Two names are the same run where <see cref="ContactIdentity.Normalized"/> makes them equal.
    /// </summary>
    /// <param name="runName">The run's name, not blank.</param>
    /// <param name="command">Where the command sends, and its key column; null to neither compare nor record them.</param>
    /// <param name="isDry">Whether nothing is sent, so that a run of an earlier format keeps no place and key column.</param>
    /// <returns>The run, to be disposed by the caller.</returns>
    /// <exception cref="ArgumentException">The name is blank, or no valid Unicode.</exception>
    /// <exception cref="OutboundException">
    /// The journal cannot be opened or written; or RunNameAmbiguous, RunElsewhere, RunKeyColumnMismatch.
    /// </exception>
    public SqliteRunJournal OpenRun(string runName, RunBinding? command = null, bool isDry = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(runName);
        return SqliteRunJournal.Open(_file, runName, command, isDry, _time.GetUtcNow());
    }

    /// <summary>Finds the run that a command would use, and makes none.</summary>
    /// <param name="runName">The run's name.</param>
    /// <returns>The run; null if it would be new.</returns>
    /// <exception cref="OutboundException">The journal cannot be read; or RunNameAmbiguous.</exception>
    public RunSummary? Find(string runName) => RunNames.FindToUse(Runs(), runName);

    /// <summary>All runs.</summary>
    /// <returns>In the order in which they were first used.</returns>
    /// <exception cref="OutboundException">The journal cannot be read.</exception>
    public IReadOnlyList<RunSummary> Runs() => Use(RunTable.Read);

    /// <summary>The contacts of a run, read as they are asked for, so that a run of any size may be listed while it goes on.</summary>
    /// <param name="runName">The run's name.</param>
    /// <returns>In the order of row numbers; none where there is no such run.</returns>
    /// <exception cref="OutboundException">The journal cannot be read: also while the contacts are enumerated.</exception>
    public IEnumerable<JournalEntry> Contacts(string runName)
    {
        ArgumentNullException.ThrowIfNull(runName);
        return RunContacts.Read(_file, ContactIdentity.Normalized(runName));
    }

    /// <summary>Writes what became of contacts of a run after the send, all in one transaction; what was written before of the same contacts goes.</summary>
    /// <param name="runName">The run's name.</param>
    /// <param name="states">Contacts and their states. One that the run does not have, or has with another contact id, is passed over.</param>
    /// <exception cref="OutboundException">The journal cannot be written; nothing was.</exception>
    public void WriteStates(string runName, IReadOnlyCollection<(ContactIdentity Identity, OutboundContactState State)> states)
    {
        ArgumentNullException.ThrowIfNull(runName);
        ArgumentNullException.ThrowIfNull(states);
        long now = StoredForm.OfTime(_time.GetUtcNow());
        Use(connection =>
        {
            ContactStates.Write(connection, ContactIdentity.Normalized(runName), states, now);
            return true;
        });
    }

    /// <summary>
    /// Removes a run with all its contacts, overwrites what they took and gives it back to the file system. A process that uses the run fails from
    /// then on.
    /// </summary>
    /// <param name="runName">The run's name.</param>
    /// <returns>Whether there was such a run.</returns>
    /// <exception cref="OutboundException">The journal cannot be written. If the run is gone for readers, the next call clears the rest away.</exception>
    public bool Remove(string runName)
    {
        ArgumentNullException.ThrowIfNull(runName);
        return Use(connection => RunRemoval.Remove(connection, ContactIdentity.Normalized(runName)));
    }

    /// <inheritdoc cref="Open(string, TimeProvider, bool)"/>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="create">Whether it is made.</param>
    /// <param name="busyTimeout">How long another process's lock is waited for.</param>
    /// <param name="pageLimit">The most pages that the file may have.</param>
    internal static SqliteJournal Open(string path, TimeProvider time, bool create, TimeSpan busyTimeout, int? pageLimit = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(time);
        var file = new JournalFile(System.IO.Path.GetFullPath(path), busyTimeout) { PageLimit = pageLimit };
        file.Ensure(create);
        file.Connect().Dispose();
        return new SqliteJournal(file, time);
    }

    private T Use<T>(Func<SqliteConnection, T> read)
    {
        using SqliteConnection connection = _file.Connect();
        try
        {
            return read(connection);
        }
        catch (Exception error) when (error is SqliteException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw JournalErrors.From(error, Path);
        }
    }
}
