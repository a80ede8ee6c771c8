using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>A journal, and commands that send rows by it to a sandbox over real HTTP.</summary>
internal sealed class NamedRun(TimeProvider? time = null) : IDisposable
{
    public const string Name = "spring";

    private readonly string _folder = Directory.CreateTempSubdirectory("connect-outbound-runs-").FullName;

    public string Journal => Path.Combine(_folder, "journal.db");

    public TimeProvider Time { get; } = time ?? TimeProvider.System;

    public static SandboxServer Sandbox(Func<SandboxRequestInfo, SandboxFaultKind?>? faults = null) =>
        SandboxServer.Start(SandboxRun.Free with { FaultHook = faults });

    public static string Number(int row) => $"+1206{5_000_000 + row}";

    public static Row[] Rows(int count) => [.. Enumerable.Range(1, count).Select(i => Given.Row(i, ("Phone", Number(i))))];

    /// <summary>The command: all rows, one after the other, in a run of its own that ends with it.</summary>
    public async Task<Sent> SendAsync(
        OutboundSandbox sandbox,
        IEnumerable<Row> rows,
        string name = Name,
        RunOptions? options = null,
        MappingOptions? mapping = null,
        TimeSpan? timeout = null)
    {
        using ContactConnection connection = SandboxRun.Connect(sandbox, timeout);
        return await SendAsync(connection, rows, name, options, mapping);
    }

    public async Task<Sent> SendAsync(
        IContactClient client,
        IEnumerable<Row> rows,
        string name = Name,
        RunOptions? options = null,
        MappingOptions? mapping = null)
    {
        var pacer = new Pacer(TimeProvider.System);
        await using SqliteRunJournal journal = SqliteJournal.Open(Journal, Time).OpenRun(name);
        await using var run = new OutboundRun(client, _ => pacer, options ?? SandboxRun.Fast, Time, journal);
        var results = new List<OutboundContact>();
        await foreach (OutboundContact contact in run.SendAsync(rows, new RowReader(mapping ?? Given.Options(), name)))
            results.Add(contact);
        return new Sent(results, run.Fault);
    }

    public RunSummary Summary(string name = Name) => SqliteJournal.Open(Journal, Time).Runs().Single(run => run.Name == name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What came out of a command.</summary>
    internal sealed record Sent(IReadOnlyList<OutboundContact> Results, OutboundException? Fault)
    {
        public OutboundContact Only => Assert.Single(Results);

        public int this[OutboundStatus status] => Results.Count(result => result.Status == status);

        public OutboundContact Row(long number) => Results.Single(result => result.RowNumber == number);
    }
}
