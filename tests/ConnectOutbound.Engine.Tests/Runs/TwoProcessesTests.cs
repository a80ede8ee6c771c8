using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>Two people, or two schedules, start the same command at the same time.</summary>
public sealed class TwoProcessesTests
{
    [Fact]
    public async Task A_journal_that_several_open_for_the_first_time_at_once_is_made_once()
    {
        for (int i = 0; i < 10; i++)
        {
            using var files = new RunFiles(0);
            using var together = new Barrier(6);
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    SqliteJournal.Open(files.Journal, TimeProvider.System);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
            Assert.Empty(SqliteJournal.Open(files.Journal, TimeProvider.System).Runs());
        }
    }

    [Fact]
    public async Task The_same_command_in_two_processes_at_once_starts_each_contact_once()
    {
        using var files = new RunFiles(150);
        await using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with { Latency = TimeSpan.FromMilliseconds(10) });
        using var one = new RunChild(sandbox, files);
        using var other = new RunChild(sandbox, files);
        (int ExitCode, IReadOnlyList<(int Row, string Status, string ContactId)> Results)[] ends = [await one.EndAsync(), await other.EndAsync()];

        Assert.Equal(150, sandbox.ContactCount);
        Assert.Equal(150, sandbox.Contacts.Select(contact => contact.Destination).Distinct().Count());
        var contactOf = sandbox.Contacts.ToDictionary(contact => contact.Destination, contact => contact.ContactId);
        foreach ((int exitCode, IReadOnlyList<(int Row, string Status, string ContactId)> results) in ends)
        {
            Assert.Equal(0, exitCode);
            Assert.Equal(Enumerable.Range(1, 150), results.Select(result => result.Row).Order());
            Assert.All(results, result => Assert.Contains(result.Status, new[] { "Started", "AlreadyStarted" }));
            Assert.All(results, result => Assert.Equal(contactOf[NamedRun.Number(result.Row)], result.ContactId));
        }
    }
}
