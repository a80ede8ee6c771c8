using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConnectOutbound.Engine.Journal.Sqlite;

/// <summary>
/// A statement that is prepared once and run often: for every row, and for every write. Straight on SQLite's functions: a lookup takes about half the
/// time that it takes by a SqliteCommand. Parameters are numbered from 1 and columns from 0, as SQLite does.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int ShortText = 128;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public void Set(int parameter, long value) => Check(raw.sqlite3_bind_int64(_statement, parameter, value));

    public void Set(int parameter, DateTimeOffset? value)
    {
        if (value is DateTimeOffset time)
            Set(parameter, StoredForm.OfTime(time));
        else
            Check(raw.sqlite3_bind_null(_statement, parameter));
    }

    public void Set(int parameter, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, parameter));
            return;
        }

        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> bytes = most <= 3 * (ShortText + 1) ? stackalloc byte[3 * (ShortText + 1)] : new byte[most];
        Check(raw.sqlite3_bind_text(_statement, parameter, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
    }

    /// <summary>Gives an id or a hash as <see cref="PackedText"/> has it.</summary>
    public void SetPacked(int parameter, string? value)
    {
        Span<byte> bytes = stackalloc byte[PackedText.MostBytes];
        if (value is not null && PackedText.TryPack(value, bytes, out int length))
            Check(raw.sqlite3_bind_blob(_statement, parameter, bytes[..length]));
        else
            Set(parameter, value);
    }

    /// <summary>Goes to the next row. The caller says <see cref="Reset"/> when it has what it wants.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public bool Step()
    {
        int result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>Ends what <see cref="Step"/> began: the locks that it needs are given up.</summary>
    public void Reset()
    {
        // Answers the error of the last step again, which was thrown then.
        _ = raw.sqlite3_reset(_statement);
    }

    /// <summary>Runs a statement that answers nothing.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public DateTimeOffset? Time(int column) => IsNull(column) ? null : StoredForm.Time(Number(column));

    public string? Text(int column) => IsNull(column) ? null : RequiredText(column);

    /// <summary>The text of a column that is never null.</summary>
    public string RequiredText(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    /// <summary>An id or a hash.</summary>
    /// <exception cref="FormatException">It is neither text nor as many bytes as <see cref="PackedText"/> makes.</exception>
    public string? Packed(int column) => raw.sqlite3_column_type(_statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_BLOB => PackedText.Unpack(raw.sqlite3_column_blob(_statement, column)),
        _ => RequiredText(column),
    };

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _database);
    }
}
