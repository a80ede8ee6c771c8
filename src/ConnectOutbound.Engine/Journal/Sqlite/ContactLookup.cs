using ConnectOutbound.Engine.Errors;
using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>Finds contacts of a run by who they are, each time anew, but for those that are started: no transaction outlives a lookup.</summary>
internal sealed class ContactLookup : IDisposable
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly Statement _find;
    private readonly Statement _keys;
    private readonly StartedContactPrefetch _ahead;

    // The keys of one destination are searched through: this many of them, so that a file with one destination takes no time without bounds.
    private const int MostKeys = 1000;

    private readonly object _gate = new();
    private bool _disposed;

    /// <summary>Takes the connection over.</summary>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    public ContactLookup(SqliteConnection connection, Func<SqliteConnection> connect, string path, long run)
    {
        _connection = connection;
        _path = path;

        // 64 MB at most, filled as far as it is needed: the index of a million contacts, whose numbers come in any order.
        connection.Run("PRAGMA cache_size = -65536");
        _find = new Statement(
            connection,
            $"""
            SELECT {JournalEntryReader.Columns}, c.id FROM contact c LEFT JOIN input_row r ON r.contact = c.id
            WHERE c.run = ?1 AND c.destination = ?2 AND c.contact_key = ?3 AND c.instance = (SELECT id FROM instance WHERE name = ?4)
            """);
        _find.Set(1, run);
        _keys = new Statement(
            connection,
            $"""
            SELECT contact_key FROM contact
            WHERE run = ?1 AND destination = ?2 AND instance = (SELECT id FROM instance WHERE name = ?3) LIMIT {MostKeys}
            """);
        _keys.Set(1, run);
        _ahead = new StartedContactPrefetch(connect, run);
    }

    /// <exception cref="OutboundException">The file cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The lookup is disposed.</exception>
    public JournalEntry? Find(ContactIdentity identity)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteRunJournal));
            try
            {
                return _ahead.Take(identity) ?? LookUp(identity);
            }
            catch (Exception error) when (error is SqliteException or FormatException or ArgumentException)
            {
                throw JournalErrors.From(error, _path);
            }
        }
    }

    /// <exception cref="OutboundException">The file cannot be read.</exception>
    /// <exception cref="ObjectDisposedException">The lookup is disposed.</exception>
    public bool HasSimilarKey(ContactIdentity identity)
    {
        string folded = SimilarText.Fold(identity.Key);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteRunJournal));
            _keys.Set(2, identity.Destination);
            _keys.Set(3, identity.InstanceId);
            try
            {
                while (_keys.Step())
                {
                    string key = _keys.RequiredText(0);
                    if (key != identity.Key && SimilarText.Fold(key) == folded)
                        return true;
                }

                return false;
            }
            catch (Exception error) when (error is SqliteException or FormatException or ArgumentException)
            {
                throw JournalErrors.From(error, _path);
            }
            finally
            {
                _keys.Reset();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _find.Dispose();
            _keys.Dispose();
            _ahead.Dispose();
            _connection.Dispose();
        }
    }

    private JournalEntry? LookUp(ContactIdentity identity)
    {
        JournalEntry entry;
        long id;
        _find.Set(2, identity.Destination);
        _find.Set(3, identity.Key);
        _find.Set(4, identity.InstanceId);
        try
        {
            if (!_find.Step())
                return null;
            entry = JournalEntryReader.Read(_find, identity);
            id = _find.Number(JournalEntryReader.Count);
        }
        finally
        {
            _find.Reset();
        }

        _ahead.LookedUp(entry, id);
        return entry;
    }
}
