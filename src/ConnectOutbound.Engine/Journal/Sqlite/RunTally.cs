using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>What a batch changes in the summary of its run: written once for the batch, in its transaction.</summary>
internal sealed class RunTally : IDisposable
{
    private readonly Statement _update;
    private readonly long[] _changes = new long[(int)JournalStatus.NotSent + 1];
    private long _firstAt;
    private long _lastAt;

    public RunTally(SqliteConnection connection, long run)
    {
        _update = new Statement(
            connection,
            """
            UPDATE run SET sending = sending + ?1, started = started + ?2, failed = failed + ?3, unknown = unknown + ?4, not_sent = not_sent + ?5,
                first_at = min(ifnull(first_at, ?6), ?6), last_at = max(ifnull(last_at, ?7), ?7)
            WHERE id = ?8
            """);
        _update.Set(8, run);
        Reset();
    }

    /// <summary>Forgets what was counted, at the beginning of a batch.</summary>
    public void Reset()
    {
        Array.Clear(_changes);
        _firstAt = long.MaxValue;
        _lastAt = long.MinValue;
    }

    /// <summary>A contact has another status than before; before is null for a new contact.</summary>
    public void Count(JournalStatus? before, JournalStatus after, long at)
    {
        if (before is JournalStatus old)
            _changes[(int)old]--;
        _changes[(int)after]++;
        _firstAt = Math.Min(_firstAt, at);
        _lastAt = Math.Max(_lastAt, at);
    }

    /// <summary>Writes what was counted, where something was.</summary>
    public void Write()
    {
        if (_lastAt == long.MinValue)
            return;
        for (int status = 1; status < _changes.Length; status++)
            _update.Set(status, _changes[status]);
        _update.Set(6, _firstAt);
        _update.Set(7, _lastAt);
        _update.Run();
    }

    public void Dispose() => _update.Dispose();
}
