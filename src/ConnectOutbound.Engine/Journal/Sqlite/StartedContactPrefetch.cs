using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>
/// Reads contacts that were started ahead of those who ask for them: a run that is repeated asks in about the order in which it once wrote, and to
/// read the next two thousand in one go, beside what the caller does, takes a small part of the time of looking each up.
/// </summary>
/// <remarks>
/// What is started stays so, whoever writes what, so that what was read ahead is never out of date. Everything else is looked up when it is asked for. Not
/// thread-safe; it reads on a connection of its own, which is opened when there is something to read.
/// </remarks>
internal sealed class StartedContactPrefetch(Func<SqliteConnection> connect, long run) : IDisposable
{
    private const int AtOnce = 512;
    // Contacts were written by many workers at the same time: some are asked for a little earlier or later than they stand.
    private const int Disorder = 64;
    private const int MostPatience = 1 << 16;

    private SqliteConnection? _connection;
    private Statement? _read;
    private Dictionary<ContactIdentity, JournalEntry> _now = [];
    private Dictionary<ContactIdentity, JournalEntry> _before = [];
    private Task<Dictionary<ContactIdentity, JournalEntry>>? _next;
    private string _instance = "";
    private long _from = long.MaxValue;
    private long _readTo = long.MinValue;
    private int _taken;
    private int _patience = 1;
    private int _wait;

    /// <summary>Gives a contact that was read ahead.</summary>
    /// <param name="identity">Who is asked for.</param>
    /// <returns>What is known of it; null where it has to be looked up.</returns>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    /// <exception cref="FormatException">A value is nothing that is ever written.</exception>
    public JournalEntry? Take(ContactIdentity identity)
    {
        if (!_now.Remove(identity, out JournalEntry? entry) && !_before.Remove(identity, out entry))
            return null;
        _taken++;
        if (_now.Count < Disorder && _next is not null)
            Turn();
        return entry;
    }

    /// <summary>Says that a contact had to be looked up: from its place on is read ahead, unless that was of little use lately.</summary>
    /// <param name="entry">The contact.</param>
    /// <param name="id">Its place in the file.</param>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    /// <exception cref="FormatException">A value is nothing that is ever written.</exception>
    public void LookedUp(JournalEntry entry, long id)
    {
        if (entry.Status != JournalStatus.Started || (id > _from && id <= _readTo) || --_wait > 0)
            return;
        _patience = _taken >= Disorder ? 1 : Math.Min(2 * _patience, MostPatience);
        _wait = _patience;
        _taken = 0;
        Await();
        _instance = entry.Identity.InstanceId;
        _from = _readTo = Math.Max(0, id - Disorder);
        _before = [];
        _now = NextPart()();
        _next = Task.Run(NextPart());
    }

    public void Dispose()
    {
        try
        {
            Await();
        }
        catch (Exception error) when (error is SqliteException or FormatException or ArgumentException)
        {
            // What nobody asks for any more need not be read.
        }

        _read?.Dispose();
        _connection?.Dispose();
    }

    private void Turn()
    {
        _before = _now;
        _now = Await();
        if (_now.Count > 0)
            _next = Task.Run(NextPart());
    }

    // The one that reads beside is done in time, or nearly so.
    private Dictionary<ContactIdentity, JournalEntry> Await()
    {
        Task<Dictionary<ContactIdentity, JournalEntry>>? next = _next;
        _next = null;
        return next is null ? [] : next.GetAwaiter().GetResult();
    }

    private Func<Dictionary<ContactIdentity, JournalEntry>> NextPart()
    {
        (long after, string instance) = (_readTo, _instance);
        _readTo += AtOnce;
        return () => Read(after, instance);
    }

    private Dictionary<ContactIdentity, JournalEntry> Read(long after, string instance)
    {
        Statement read = _read ??= Prepare();
        read.Set(2, after);
        read.Set(3, after + AtOnce);
        read.Set(5, instance);
        var entries = new Dictionary<ContactIdentity, JournalEntry>(AtOnce);
        try
        {
            while (read.Step())
            {
                var identity = ContactIdentity.Create(instance, read.RequiredText(JournalEntryReader.Count), read.RequiredText(JournalEntryReader.Count + 1));
                entries[identity] = JournalEntryReader.Read(read, identity);
            }
        }
        finally
        {
            read.Reset();
        }

        return entries;
    }

    private Statement Prepare()
    {
        _connection = connect();
        // A started contact has no row as JSON any more. Bounds of ids, not a number of rows: what other runs have between is not searched through. The
        // plus signs keep SQLite from going by the run's index.
        var read = new Statement(
            _connection,
            $"""
            SELECT {JournalEntryReader.Columns.Replace("r.json", "NULL", StringComparison.Ordinal)}, c.destination, c.contact_key FROM contact c
            WHERE c.id > ?2 AND c.id <= ?3 AND +c.run = ?1 AND c.status = ?4 AND +c.instance = (SELECT id FROM instance WHERE name = ?5)
            """);
        read.Set(1, run);
        read.Set(4, (long)JournalStatus.Started);
        return read;
    }
}
