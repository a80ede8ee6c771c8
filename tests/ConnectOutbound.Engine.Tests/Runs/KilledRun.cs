using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>What came of a run whose process was ended at a random moment, and of the same command again.</summary>
/// <param name="Kills">How often the process was ended before it was done.</param>
/// <param name="InFlight">Of those, how many hit a send: the journal did not know what had become of a contact.</param>
/// <param name="Contacts">The contacts at the sandbox, in the end.</param>
/// <param name="Destinations">How many different numbers they went to.</param>
/// <param name="ExitCode">How the last process ended.</param>
/// <param name="Results">How many results the last process wrote, and which statuses.</param>
internal sealed record KilledRun(int Kills, int InFlight, int Contacts, int Destinations, int ExitCode, int Results, string Statuses)
{
    public static async Task<KilledRun> TryAsync(int rows, Random random)
    {
        using var files = new RunFiles(rows);
        await using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions
        {
            RequestsPerSecond = double.PositiveInfinity,
            ConcurrentChats = int.MaxValue,
            Latency = TimeSpan.FromMilliseconds(random.Next(1, 20)),
        });
        (int kills, int inFlight) = (0, 0);

        // A moment of the run: so many contacts, and a bit.
        int moment = random.Next(0, rows);
        TimeSpan bit = TimeSpan.FromMilliseconds(random.Next(0, 15));
        using (var child = new RunChild(sandbox, files))
        {
            while (sandbox.ContactCount < moment && !child.HasExited)
                await Task.Delay(1);
            await Task.Delay(bit);
            if (!child.HasExited)
            {
                child.Kill();
                kills++;
            }

            await child.EndAsync();
            RunSummary? run = File.Exists(files.Journal) ? SqliteJournal.Open(files.Journal, TimeProvider.System).Runs().SingleOrDefault() : null;
            if (run is not null && (run.Counts[JournalStatus.Sending] > 0 || sandbox.ContactCount > run.Counts[JournalStatus.Started]))
                inFlight++;
        }

        using var again = new RunChild(sandbox, files);
        (int exitCode, IReadOnlyList<(int Row, string Status, string ContactId)> results) = await again.EndAsync();
        return new KilledRun(
            kills,
            inFlight,
            sandbox.ContactCount,
            sandbox.Contacts.Select(contact => contact.Destination).Distinct().Count(),
            exitCode,
            results.Select(result => result.Row).Distinct().Count() == results.Count ? results.Count : -1,
            string.Join(' ', results.Select(result => result.Status).Distinct().Order()));
    }
}
