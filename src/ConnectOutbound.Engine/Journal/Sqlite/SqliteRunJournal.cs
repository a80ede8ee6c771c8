using System.Buffers.Binary;
using System.Security.Cryptography;
using ConnectOutbound.Engine.Errors;
using Microsoft.Data.Sqlite;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>A run in a journal's file. Safe for use by many threads, and beside other processes that use the same run.</summary>
public sealed class SqliteRunJournal : IRunJournal
{
    private readonly JournalFile _file;
    private readonly RunSummary _known;
    private readonly SqliteConnection _connection;
    private readonly BatchWriter _writer;
    private readonly WriteQueue _queue;
    private readonly ContactLookup _lookup;
    private readonly Lazy<Task> _disposed;

    private SqliteRunJournal(JournalFile file, SqliteConnection writing, SqliteConnection reading, long run, RunSummary known, RunBinding? binding)
    {
        long invocation = BinaryPrimitives.ReadInt64BigEndian(RandomNumberGenerator.GetBytes(sizeof(long)));
        RunName = known.Name;
        Binding = binding;
        _file = file;
        _known = known;
        Invocation = StoredForm.Invocation(invocation);
        _connection = writing;
        _lookup = new ContactLookup(reading, file.Connect, file.Path, run);
        _writer = new BatchWriter(writing, file.Path, run, known.Name, invocation);
        _queue = new WriteQueue(_writer);
        _disposed = new Lazy<Task>(CloseAsync);
    }

    /// <summary>The run's name, as it was first written.</summary>
    public string RunName { get; }

    /// <inheritdoc/>
    public string Invocation { get; }

    /// <inheritdoc/>
    public RunBinding? Binding { get; }

    private bool IsDry { get; init; }

    /// <inheritdoc/>
    public void Adopt(RunBinding binding)
    {
        if (IsDry || !_known.HasContacts || binding == _known.Binding)
            return;
        using SqliteConnection connection = _file.Connect();
        try
        {
            RunTable.Adopt(connection, RunName, binding);
        }
        catch (Exception error) when (error is SqliteException or FormatException)
        {
            throw JournalErrors.From(error, _file.Path);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The run was closed.</exception>
    public JournalEntry? Find(ContactIdentity identity) => _lookup.Find(identity);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The run was closed.</exception>
    public bool HasSimilarKey(ContactIdentity identity) => _lookup.HasSimilarKey(identity);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The run was closed.</exception>
    public Task BeginAsync(JournalIntent intent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intent);
        Check(intent.Identity);
        if (!Enum.IsDefined(intent.Channel))
            throw new ArgumentOutOfRangeException(nameof(intent), intent.Channel, "The channel is SMS or WhatsApp.");
        return _queue.WriteAsync(new JournalWrite(intent), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The run was closed.</exception>
    public Task EndAsync(JournalOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Check(outcome.Identity);
        if (outcome.Status is JournalStatus.Sending || !Enum.IsDefined(outcome.Status))
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Status, "An outcome is Started, Failed, Unknown or NotSent.");
        ArgumentOutOfRangeException.ThrowIfNegative(outcome.Attempts);
        return _queue.WriteAsync(new JournalWrite(outcome), CancellationToken.None);
    }

    /// <summary>Writes what is queued, then closes the file. May be called again.</summary>
    /// <returns>When it is closed.</returns>
    public ValueTask DisposeAsync() => new(_disposed.Value);

    /// <summary>Opens a run, which is made where it is new.</summary>
    /// <exception cref="OutboundException">The file cannot be opened or written.</exception>
    internal static SqliteRunJournal Open(JournalFile file, string runName, RunBinding? command, bool isDry, DateTimeOffset now)
    {
        SqliteConnection? writing = null;
        SqliteConnection? reading = null;
        try
        {
            writing = file.Connect();
            reading = file.Connect();
            (long run, RunSummary known, RunBinding? binding) = RunTable.Register(writing, runName, command, now);
            return new SqliteRunJournal(file, writing, reading, run, known, binding) { IsDry = isDry };
        }
        catch (Exception error)
        {
            reading?.Dispose();
            writing?.Dispose();
            if (error is SqliteException or FormatException)
                throw JournalErrors.From(error, file.Path);
            throw;
        }
    }

    // What would fail in the file fails here: there it would take the writes of others with it.
    private static void Check(ContactIdentity identity)
    {
        if (identity == default)
            throw new ArgumentException("The identity is empty.", nameof(identity));
    }

    private async Task CloseAsync()
    {
        await _queue.CloseAsync().ConfigureAwait(false);
        _lookup.Dispose();
        _writer.Dispose();
        try
        {
            // What is committed goes from the -wal file into the journal, as far as others do not read it now; theirs or the next use does the rest.
            _connection.Run("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteException)
        {
            // Nothing is lost: it stays in the -wal file, where every reader looks first.
        }

        await _connection.DisposeAsync().ConfigureAwait(false);
    }
}
