using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.PhoneNumbers;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>A folder with a journal, contacts to write into it, and ways to look at it from outside.</summary>
internal sealed class JournalFolder : IDisposable
{
    public const string RunName = "spring";

    public string Folder { get; } = Directory.CreateTempSubdirectory("connect-outbound-journal-").FullName;

    public string File => Path.Combine(Folder, "journal.db");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 4, 10, 30, 0, TimeSpan.Zero));

    public static ContactIdentity Identity(int number, string? key = null) => ContactIdentity.Create(Given.Instance, $"+1206{5_000_000 + number}", key);

    public SqliteJournal Open(bool create = true) => SqliteJournal.Open(File, Time, create);

    public SqliteRunJournal OpenRun(string name = RunName) => Open().OpenRun(name);

    public JournalIntent Intent(int number, string? key = null) => new()
    {
        Identity = Identity(number, key),
        ClientToken = Identity(number, key).Token(RunName),
        RowNumber = number,
        Channel = OutboundChannel.SMS,
        Fingerprint = $"fingerprint {number}",
        RowJson = $$"""{"PhoneNumber":"+1206{{5_000_000 + number}}"}""",
        At = Time.GetUtcNow(),
    };

    public JournalOutcome Outcome(int number, JournalStatus status, string? key = null) => new()
    {
        Identity = Identity(number, key),
        Status = status,
        ContactId = status == JournalStatus.Started ? ContactId(number) : null,
        Reason = status == JournalStatus.Started ? null : $"reason {number}",
        ErrorCode = status == JournalStatus.Started ? null : "InternalServiceException",
        Attempts = 2,
        RequestId = $"request {number}",
        At = Time.GetUtcNow(),
    };

    public static string ContactId(int number) => $"c0000000-0000-0000-0000-{number:000000000000}";

    /// <summary>Journals a contact from its intent to its outcome.</summary>
    public async Task Write(IRunJournal run, int number, JournalStatus status)
    {
        await run.BeginAsync(Intent(number), CancellationToken.None);
        await run.EndAsync(Outcome(number, status));
    }

    /// <summary>Looks at the file, or changes it, as another program would.</summary>
    public object? Sql(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public SqliteConnection Connect()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public OutboundException Refused(bool create = true) => Assert.Throws<OutboundException>(() => Open(create));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
