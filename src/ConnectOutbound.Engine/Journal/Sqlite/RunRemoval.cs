using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>Removes a run: at once for everybody who looks, then piece by piece from the file, so that other runs can write in between.</summary>
internal static class RunRemoval
{
    private const int ContactsAtOnce = 20_000;
    private const int PagesAtOnce = 4_096;

    /// <returns>Whether there was such a run. What an earlier removal left behind, when its process ended, is cleared away in any case.</returns>
    public static bool Remove(SqliteConnection connection, string runKey)
    {
        int removed = connection.Run("UPDATE run SET run_key = NULL WHERE run_key = $key", ("$key", runKey));
        while (connection.Number("SELECT id FROM run WHERE run_key IS NULL LIMIT 1") is var run and not 0)
        {
            while (connection.Run(
                "DELETE FROM contact WHERE id IN (SELECT id FROM contact WHERE run = $run ORDER BY row_number LIMIT $limit)",
                ("$run", run), ("$limit", ContactsAtOnce)) > 0)
            {
            }

            connection.Run("DELETE FROM run WHERE id = $run", ("$run", run));
        }

        GiveBack(connection);
        return removed > 0;
    }

    // The file ends where its last used page does; the -wal file is emptied where nobody reads it at this moment.
    private static void GiveBack(SqliteConnection connection)
    {
        for (long free = connection.Number("PRAGMA freelist_count"), before = long.MaxValue; free > 0 && free < before;)
        {
            connection.Run($"PRAGMA incremental_vacuum({PagesAtOnce})");
            before = free;
            free = connection.Number("PRAGMA freelist_count");
        }

        connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
