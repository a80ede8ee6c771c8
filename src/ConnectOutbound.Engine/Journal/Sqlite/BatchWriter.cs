using ConnectOutbound.Engine.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>Writes intents and outcomes of one run by the rules of <see cref="IRunJournal"/>, many in one transaction. For one thread at a time.</summary>
internal sealed class BatchWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly string _runName;
    private readonly RunTally _tally;
    private readonly Statement _run;
    private readonly Statement _bind;
    private readonly Statement _addInstance;
    private readonly Statement _instance;
    private readonly Statement _find;
    private readonly Statement _insert;
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _keepRow;
    private readonly Statement _forgetRow;

    // What the run keeps, read anew for each batch: null until something of it is compared.
    private RunBinding _own = new();
    private RunBinding? _bound;
    private bool _hasContacts;

    // Ids of instances never change, so they are looked up once; those of a transaction that was undone are forgotten.
    private readonly Dictionary<string, long> _instances = [];

    /// <summary>Uses the connection; the caller disposes it.</summary>
    public BatchWriter(SqliteConnection connection, string path, long run, string runName, long invocation)
    {
        _connection = connection;
        _path = path;
        _runName = runName;
        _tally = new RunTally(connection, run);
        _run = new Statement(connection, "SELECT place, key_column, sending + started + unknown FROM run WHERE id = ?1 AND run_key IS NOT NULL");
        _bind = new Statement(connection, "UPDATE run SET place = ?2, key_column = ?3 WHERE id = ?1");
        _addInstance = new Statement(connection, "INSERT INTO instance (name) VALUES (?1) ON CONFLICT (name) DO NOTHING");
        _instance = new Statement(connection, "SELECT id FROM instance WHERE name = ?1");
        _find = new Statement(
            connection, "SELECT id, status, first_sent_at FROM contact WHERE run = ?1 AND destination = ?2 AND contact_key = ?3 AND instance = ?4");
        _insert = new Statement(
            connection,
            """
            INSERT INTO contact (
                run, invocation, status, channel, row_number, last_at, first_sent_at, token, fingerprint, instance, destination, contact_key, attempts)
            VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0)
            """);
        _begin = new Statement(
            connection,
            """
            UPDATE contact SET status = 1, invocation = ?2, channel = ?3, row_number = ?4, last_at = ?5, first_sent_at = ?6, token = ?7, fingerprint = ?8,
                contact_id = NULL, request_id = NULL, error_code = NULL, reason = NULL
            WHERE id = ?1
            """);
        _end = new Statement(
            connection,
            """
            UPDATE contact SET status = ?3, invocation = ?2, last_at = ?4, attempts = attempts + ?5, contact_id = ?6, request_id = ?7, error_code = ?8,
                reason = ?9
            WHERE id = ?1
            """);
        _keepRow = new Statement(connection, "INSERT OR REPLACE INTO input_row (contact, json) VALUES (?1, ?2)");
        _forgetRow = new Statement(connection, "DELETE FROM input_row WHERE contact = ?1");

        // These stay; the others are given each time.
        _run.Set(1, run);
        _bind.Set(1, run);
        _find.Set(1, run);
        _insert.Set(1, run);
        foreach (Statement statement in (ReadOnlySpan<Statement>)[_insert, _begin, _end])
            statement.Set(2, invocation);
    }

    /// <summary>Writes a batch and commits it. A write that breaks the order of things is marked as refused; the others are written.</summary>
    /// <exception cref="OutboundException">Nothing of the batch was written.</exception>
    public void Write(IReadOnlyList<JournalWrite> batch)
    {
        try
        {
            using JournalTransaction transaction = new(_connection);
            ReadRun();
            _tally.Reset();
            foreach (JournalWrite write in batch)
            {
                if (write.Outcome is JournalOutcome outcome)
                    write.Refused = End(outcome) ? null : new InvalidOperationException("An outcome was written of a contact whose intent was not.");
                else if (Bind(write.Intent!.Binding) is OutboundException elsewhere)
                    write.Refused = elsewhere;
                else
                    Begin(write.Intent);
            }

            _tally.Write();
            transaction.Commit();
        }
        catch (Exception error)
        {
            _instances.Clear();
            if (error is OutboundException)
                throw;
            throw JournalErrors.From(error, _path);
        }
    }

    public void Dispose()
    {
        _tally.Dispose();
        foreach (Statement statement in (ReadOnlySpan<Statement>)[_run, _bind, _addInstance, _instance, _find, _insert, _begin, _end, _keepRow, _forgetRow])
            statement.Dispose();
    }

    private void ReadRun()
    {
        try
        {
            if (!_run.Step())
                throw JournalErrors.Removed(_path, _runName);
            _own = new RunBinding { Place = RunPlace.Parse(_run.Text(0)), KeyColumn = _run.Text(1) };
            _hasContacts = _run.Number(2) > 0;
            _bound = null;
        }
        finally
        {
            _run.Reset();
        }
    }

    // The first contact records what the run keeps. Another process may have been first.
    private OutboundException? Bind(RunBinding? binding)
    {
        if (binding is null || ReferenceEquals(binding, _bound))
            return null;
        try
        {
            RunBinding joined = _own.Join(binding, _runName, _hasContacts);
            if (joined != _own)
            {
                _bind.Set(2, joined.Place?.ToString());
                _bind.Set(3, joined.KeyColumn);
                _bind.Run();
            }

            (_own, _bound, _hasContacts) = (joined, binding, true);
            return null;
        }
        catch (OutboundException elsewhere)
        {
            return elsewhere;
        }
    }

    private void Begin(JournalIntent intent)
    {
        long at = StoredForm.OfTime(intent.At);
        long first = Math.Min(at, intent.FirstSentAt is DateTimeOffset earlier ? StoredForm.OfTime(earlier) : at);
        long instance = Instance(intent.Identity.InstanceId);
        (long id, JournalStatus? status, long firstSentAt) = Known(intent.Identity, instance);
        switch (status)
        {
            case JournalStatus.Started:
                return;
            case null:
                _insert.Set(9, instance);
                _insert.Set(10, intent.Identity.Destination);
                _insert.Set(11, intent.Identity.Key);
                Write(_insert, intent, at, first);
                id = raw.sqlite3_last_insert_rowid(_connection.Handle);
                break;
            default:
                _begin.Set(1, id);
                Write(_begin, intent, at, status is JournalStatus.Sending or JournalStatus.Unknown ? Math.Min(firstSentAt, first) : first);
                break;
        }

        _keepRow.Set(1, id);
        _keepRow.Set(2, intent.RowJson);
        _keepRow.Run();
        _tally.Count(status, JournalStatus.Sending, at);
    }

    private static void Write(Statement statement, JournalIntent intent, long at, long firstSentAt)
    {
        statement.Set(3, StoredForm.OfChannel(intent.Channel));
        statement.Set(4, intent.RowNumber);
        statement.Set(5, at);
        statement.Set(6, firstSentAt);
        statement.SetPacked(7, intent.ClientToken);
        statement.SetPacked(8, intent.Fingerprint);
        statement.Run();
    }

    private bool End(JournalOutcome outcome)
    {
        (long id, JournalStatus? status, _) = Known(outcome.Identity, Instance(outcome.Identity.InstanceId));
        if (status is null or JournalStatus.Started)
            return status is not null;
        long at = StoredForm.OfTime(outcome.At);
        _end.Set(1, id);
        _end.Set(3, (long)outcome.Status);
        _end.Set(4, at);
        _end.Set(5, outcome.Attempts);
        _end.SetPacked(6, outcome.ContactId);
        _end.SetPacked(7, outcome.RequestId);
        _end.Set(8, outcome.ErrorCode);
        _end.Set(9, outcome.Reason);
        _end.Run();
        if (outcome.Status == JournalStatus.Started)
        {
            _forgetRow.Set(1, id);
            _forgetRow.Run();
        }

        _tally.Count(status, outcome.Status, at);
        return true;
    }

    private (long Id, JournalStatus? Status, long FirstSentAt) Known(ContactIdentity identity, long instance)
    {
        _find.Set(2, identity.Destination);
        _find.Set(3, identity.Key);
        _find.Set(4, instance);
        try
        {
            return _find.Step() ? (_find.Number(0), StoredForm.Status(_find.Number(1)), _find.Number(2)) : (0, null, 0);
        }
        finally
        {
            _find.Reset();
        }
    }

    private long Instance(string name)
    {
        if (!_instances.TryGetValue(name, out long id))
        {
            _addInstance.Set(1, name);
            _addInstance.Run();
            _instance.Set(1, name);
            _instances[name] = id = First(_instance)!.Value;
        }

        return id;
    }

    private static long? First(Statement statement)
    {
        try
        {
            return statement.Step() ? statement.Number(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }
}
