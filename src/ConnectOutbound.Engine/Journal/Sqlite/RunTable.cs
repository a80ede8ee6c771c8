using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>The runs of the file: lists them, and finds or makes the one that a command uses.</summary>
internal static class RunTable
{
    /// <summary>Reads all runs.</summary>
    /// <returns>In the order in which they were first used.</returns>
    /// <exception cref="SqliteException">The file cannot be read.</exception>
    /// <exception cref="FormatException">A value is nothing that is ever written.</exception>
    public static IReadOnlyList<RunSummary> Read(SqliteConnection connection)
    {
        using Statement next = new(
            connection,
            """
            SELECT name, created_at, first_at, last_at, sending, started, failed, unknown, not_sent, place, key_column
            FROM run WHERE run_key IS NOT NULL ORDER BY id
            """);
        List<RunSummary> runs = [];
        while (next.Step())
        {
            runs.Add(new RunSummary
            {
                Name = next.Text(0) ?? "",
                CreatedAt = StoredForm.Time(next.Number(1)),
                FirstAt = next.Time(2),
                LastAt = next.Time(3),
                Counts = Enum.GetValues<JournalStatus>().ToDictionary(status => status, status => next.Number(3 + (int)status)),
                Binding = new RunBinding { Place = RunPlace.Parse(next.Text(9)), KeyColumn = next.Text(10) },
            });
        }

        return runs;
    }

    /// <summary>Finds the run of a name, and makes it if it is new. All in one transaction: another process may be at it, too.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="runName">The run's name.</param>
    /// <param name="command">Where the command sends, and its key column; null if that is not to be compared.</param>
    /// <param name="now">The time.</param>
    /// <returns>The run's id, the run as it was found, and what holds for the command.</returns>
    /// <exception cref="Errors.OutboundException">RunNameAmbiguous, RunElsewhere, RunKeyColumnMismatch.</exception>
    /// <exception cref="SqliteException">The file cannot be read or written.</exception>
    /// <exception cref="FormatException">A value is nothing that is ever written.</exception>
    public static (long Id, RunSummary Run, RunBinding? Binding) Register(SqliteConnection connection, string runName, RunBinding? command, DateTimeOffset now)
    {
        using JournalTransaction transaction = new(connection);
        string key = ContactIdentity.Normalized(runName);
        RunSummary? known = RunNames.FindToUse(Read(connection), runName);
        RunBinding? binding = command is null
            ? null
            : (known?.Binding ?? new RunBinding()).Join(command, known?.Name ?? runName, known?.HasContacts ?? false);
        if (known is null)
        {
            connection.Run(
                "INSERT INTO run (run_key, name, created_at) VALUES ($key, $name, $now)",
                ("$key", key), ("$name", runName), ("$now", StoredForm.OfTime(now)));
        }

        long id = connection.Number("SELECT id FROM run WHERE run_key = $key", ("$key", key));
        transaction.Commit();
        return (id, known ?? new RunSummary { Name = runName, Counts = new Dictionary<JournalStatus, long>(), CreatedAt = now }, binding);
    }

    /// <summary>Records what a run with contacts keeps.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="runName">The run's name.</param>
    /// <param name="binding">What holds for its use.</param>
    /// <exception cref="Errors.OutboundException">RunElsewhere, RunKeyColumnMismatch: another process was first.</exception>
    /// <exception cref="SqliteException">The file cannot be read or written.</exception>
    public static void Adopt(SqliteConnection connection, string runName, RunBinding binding)
    {
        using JournalTransaction transaction = new(connection);
        if (RunNames.FindToUse(Read(connection), runName) is not { HasContacts: true } run)
            return;
        RunBinding joined = run.Binding.Join(binding, run.Name, run.HasContacts);
        connection.Run(
            "UPDATE run SET place = $place, key_column = $column WHERE run_key = $key",
            ("$place", joined.Place?.ToString()), ("$column", joined.KeyColumn), ("$key", ContactIdentity.Normalized(run.Name)));
        transaction.Commit();
    }
}
