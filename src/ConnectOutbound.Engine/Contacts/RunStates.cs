using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>
/// The contacts that a named run started, and what became of them: read from the journal as they are asked for, written back some hundred at a time.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="runName">The run's name.</param>
public sealed class RunStates(SqliteJournal journal, string runName)
{
    private const int AtOnce = 100;

    private readonly List<(ContactIdentity Identity, OutboundContactState State)> _unwritten = [];

    /// <summary>The contacts that were started, in the order of rows.</summary>
    /// <returns>As they are asked for.</returns>
    /// <exception cref="OutboundException">The journal cannot be read.</exception>
    public IEnumerable<JournalEntry> Started() =>
        journal.Contacts(runName).Where(entry => entry.Status == JournalStatus.Started && entry.ContactId is not null);

    /// <summary>Keeps what became of a contact; written with others, or by <see cref="Flush"/>.</summary>
    /// <param name="entry">The contact.</param>
    /// <param name="state">Its state.</param>
    /// <exception cref="OutboundException">The journal cannot be written.</exception>
    public void Keep(JournalEntry entry, OutboundContactState state)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(state);
        _unwritten.Add((entry.Identity, state));
        if (_unwritten.Count >= AtOnce)
            Flush();
    }

    /// <summary>Writes what is kept.</summary>
    /// <exception cref="OutboundException">The journal cannot be written.</exception>
    public void Flush()
    {
        if (_unwritten.Count == 0)
            return;
        journal.WriteStates(runName, _unwritten);
        _unwritten.Clear();
    }
}
