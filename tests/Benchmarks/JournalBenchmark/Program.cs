using System.Diagnostics;
using System.Globalization;
using ConnectOutbound;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.PhoneNumbers;
using ConnectOutbound.Engine.Runs;

// What a journal costs: rows are journaled as a run does it (an intent, then the outcome, 64 workers), the file is opened again, and every
// contact is looked up as a resumed run does. Usage: JournalBenchmark [ROWS]
const int workers = 64;
const string runName = "benchmark";
const string instance = "11111111-2222-3333-4444-555555555555";
int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
string folder = Directory.CreateTempSubdirectory("journal-benchmark-").FullName;
string path = Path.Combine(folder, "journal.db");
try
{
    SqliteJournal journal = SqliteJournal.Open(path, TimeProvider.System);
    var clock = Stopwatch.StartNew();
    await using (SqliteRunJournal run = journal.OpenRun(runName))
    {
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            for (int row = Interlocked.Increment(ref next); row <= rows; row = Interlocked.Increment(ref next))
            {
                await run.BeginAsync(Intent(row), CancellationToken.None);
                await run.EndAsync(Started(row));
            }
        })));
        Report("write", clock.Elapsed, $"{rows / clock.Elapsed.TotalSeconds:N0} contacts/s, two writes each; {workers} workers");
    }

    Console.WriteLine($"file    {new FileInfo(path).Length / 1e6:N1} MB, {new FileInfo(path).Length / (double)rows:N0} bytes a contact");

    clock.Restart();
    await using (SqliteRunJournal run = SqliteJournal.Open(path, TimeProvider.System).OpenRun(runName))
    {
        Report("open", clock.Elapsed, "the file and the run");
        var identities = Enumerable.Range(1, rows).Select(Identity).ToArray();
        clock.Restart();
        if (identities.Any(identity => run.Find(identity)?.Status != JournalStatus.Started))
            throw new InvalidOperationException("A contact was not found.");
        Report("find", clock.Elapsed, $"{rows / clock.Elapsed.TotalSeconds:N0} lookups/s of started contacts, one thread");
        clock.Restart();
        for (int row = 1; row <= rows; row++)
        {
            if (run.Find(Identity(row + rows)) is not null)
                throw new InvalidOperationException("A contact was found that there is not.");
        }

        Report("miss", clock.Elapsed, $"{rows / clock.Elapsed.TotalSeconds:N0} lookups/s of new contacts, one thread");
    }

    clock.Restart();
    _ = journal.Runs();
    Report("runs", clock.Elapsed, "the summaries");
    clock.Restart();
    int listed = journal.Contacts(runName).Count();
    Report("list", clock.Elapsed, $"{listed:N0} contacts in order");
    clock.Restart();
    journal.Remove(runName);
    Report("remove", clock.Elapsed, $"the file has {new FileInfo(path).Length / 1e6:N1} MB left");
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static void Report(string what, TimeSpan time, string more) => Console.WriteLine($"{what,-7} {time.TotalSeconds:N2} s: {more}");

// Numbers in no order: as bad for the index as a real list.
static ContactIdentity Identity(int row) => ContactIdentity.Create(instance, $"+1{2_000_000_000 + (row * 2_654_435_761L % 7_999_999_993L)}", null);

static JournalIntent Intent(int row)
{
    ContactIdentity identity = Identity(row);
    return new JournalIntent
    {
        Identity = identity,
        ClientToken = identity.Token(runName),
        RowNumber = row,
        Channel = OutboundChannel.SMS,
        Fingerprint = identity.Token("fingerprint"),
        RowJson =
            $$"""{"PhoneNumber":"{{identity.Destination}}","CustomerName":"Contact {{row}}","Appointment":"2026-05-04 10:30","Attribute.Branch":"Riverside"}""",
        At = DateTimeOffset.UtcNow,
    };
}

static JournalOutcome Started(int row) => new()
{
    Identity = Identity(row),
    Status = JournalStatus.Started,
    ContactId = Guid.NewGuid().ToString(),
    Attempts = 1,
    RequestId = Guid.NewGuid().ToString(),
    At = DateTimeOffset.UtcNow,
};
