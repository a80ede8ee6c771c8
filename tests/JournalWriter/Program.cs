using System.Globalization;
using ConnectOutbound;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.PhoneNumbers;
using ConnectOutbound.Engine.Runs;

// Another process that journals a run, for tests. Usage: JournalWriter FILE RUN AREACODE CONTACTS
// Writes "begun N" when the intent of contact N is in the journal and "started N" when its outcome is; destinations are +1AREACODE0000000 + N.
const int workers = 8;
(string path, string runName, string areaCode) = (args[0], args[1], args[2]);
int contacts = int.Parse(args[3], CultureInfo.InvariantCulture);
int next = 0;
await using SqliteRunJournal run = SqliteJournal.Open(path, TimeProvider.System).OpenRun(runName);
await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(WriteAsync)));

async Task WriteAsync()
{
    for (int number = Interlocked.Increment(ref next); number <= contacts; number = Interlocked.Increment(ref next))
    {
        var identity = ContactIdentity.Create("11111111-2222-3333-4444-555555555555", $"+1{areaCode}{number:0000000}", null);
        var intent = new JournalIntent
        {
            Identity = identity,
            ClientToken = identity.Token(runName),
            RowNumber = number,
            Channel = OutboundChannel.SMS,
            Fingerprint = "fingerprint",
            RowJson = $$"""{"PhoneNumber":"{{identity.Destination}}"}""",
            At = TimeProvider.System.GetUtcNow(),
        };
        await run.BeginAsync(intent, CancellationToken.None);
        Console.WriteLine($"begun {number}");
        await run.EndAsync(new JournalOutcome
        {
            Identity = identity,
            Status = JournalStatus.Started,
            ContactId = Guid.NewGuid().ToString(),
            Attempts = 1,
            At = TimeProvider.System.GetUtcNow(),
        });
        Console.WriteLine($"started {number}");
    }
}
