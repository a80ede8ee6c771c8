using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>Lists a run's contacts, some hundred at a time: between them nothing is held that would keep the -wal file from being emptied.</summary>
internal static class RunContacts
{
    private const int AtOnce = 500;

    public static IEnumerable<JournalEntry> Read(JournalFile file, string runKey)
    {
        using SqliteConnection connection = file.Connect();
        using Statement next = Prepare(connection, file.Path);
        next.Set(1, runKey);
        (long Row, long Id) last = (long.MinValue, long.MinValue);
        while (true)
        {
            List<JournalEntry> entries = Some(next, file.Path, ref last);
            foreach (JournalEntry entry in entries)
                yield return entry;
            if (entries.Count < AtOnce)
                yield break;
        }
    }

    private static Statement Prepare(SqliteConnection connection, string path)
    {
        try
        {
            return new Statement(
                connection,
                $"""
                SELECT {JournalEntryReader.Columns}, c.id, c.destination, c.contact_key, i.name, {ContactStates.Columns}
                FROM contact c JOIN instance i ON i.id = c.instance LEFT JOIN input_row r ON r.contact = c.id LEFT JOIN contact_state s ON s.contact = c.id
                WHERE c.run = (SELECT id FROM run WHERE run_key = ?1) AND (c.row_number, c.id) > (?2, ?3)
                ORDER BY c.row_number, c.id LIMIT {AtOnce}
                """);
        }
        catch (SqliteException error)
        {
            throw JournalErrors.From(error, path);
        }
    }

    private static List<JournalEntry> Some(Statement next, string path, ref (long Row, long Id) last)
    {
        try
        {
            List<JournalEntry> entries = new(AtOnce);
            next.Set(2, last.Row);
            next.Set(3, last.Id);
            while (next.Step())
            {
                var identity = ContactIdentity.Create(
                    next.Text(JournalEntryReader.Count + 3) ?? "", next.Text(JournalEntryReader.Count + 1) ?? "", next.Text(JournalEntryReader.Count + 2));
                JournalEntry entry = JournalEntryReader.Read(next, identity);
                entry = entry with
                {
                    State = ContactStates.Read(next, JournalEntryReader.Count + 4, entry),
                    StateSeenAt = next.Time(JournalEntryReader.Count + 4 + ContactStates.SeenAt),
                };
                entries.Add(entry);
                last = (entry.RowNumber, next.Number(JournalEntryReader.Count));
            }

            return entries;
        }
        catch (Exception error) when (error is SqliteException or FormatException or ArgumentException)
        {
            throw JournalErrors.From(error, path);
        }
        finally
        {
            next.Reset();
        }
    }
}
