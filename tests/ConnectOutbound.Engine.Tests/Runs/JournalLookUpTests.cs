using System.Collections.Concurrent;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>
/// How often a row of a named run looks into the journal: once to decide, and once after its intent is written, which keeps two processes apart.
/// </summary>
public class JournalLookUpTests
{
    [Fact]
    public async Task A_row_that_is_new_to_its_run_is_looked_up_twice_and_a_started_one_once()
    {
        var journal = new CountingJournal();
        int[] first = await LookUpsAsync(journal), again = await LookUpsAsync(journal);
        Assert.Equal([2, 2, 2], first);
        Assert.Equal([1, 1, 1], again);
    }

    private static async Task<int[]> LookUpsAsync(CountingJournal journal)
    {
        journal.LookUps.Clear();
        var client = new ScriptedClient((request, _) => Task.FromResult(ScriptedClient.Started(request)));
        await using var run = new OutboundRun(client, _ => new Pacer(TimeProvider.System), SandboxRun.Fast, TimeProvider.System, journal);
        var reader = new RowReader(Given.Options(), journal.RunName);
        await foreach (OutboundContact contact in run.SendAsync(Enumerable.Range(1, 3).Select(i => Given.Row(i, ("Phone", $"+1206555010{i}"))), reader))
            Assert.Contains(contact.Status, new[] { OutboundStatus.Started, OutboundStatus.AlreadyStarted });
        return [.. journal.LookUps.Values];
    }

    private sealed class CountingJournal : IRunJournal
    {
        private readonly ConcurrentDictionary<ContactIdentity, JournalEntry> _entries = new();

        public ConcurrentDictionary<ContactIdentity, int> LookUps { get; } = new();

        public string RunName => "counted";

        public string Invocation => $"{_entries.Count}";

        public RunBinding? Binding => null;

        public void Adopt(RunBinding binding)
        {
        }

        public bool HasSimilarKey(ContactIdentity identity) => false;

        public JournalEntry? Find(ContactIdentity identity)
        {
            LookUps.AddOrUpdate(identity, 1, static (_, count) => count + 1);
            return _entries.GetValueOrDefault(identity);
        }

        public Task BeginAsync(JournalIntent intent, CancellationToken cancellationToken)
        {
            _entries[intent.Identity] = new JournalEntry
            {
                Identity = intent.Identity,
                Status = JournalStatus.Sending,
                ClientToken = intent.ClientToken,
                RowNumber = intent.RowNumber,
                Invocation = "first",
                Channel = intent.Channel,
                Fingerprint = intent.Fingerprint,
                FirstSentAt = intent.At,
                LastAt = intent.At,
            };
            return Task.CompletedTask;
        }

        public Task EndAsync(JournalOutcome outcome)
        {
            _entries[outcome.Identity] = _entries[outcome.Identity] with { Status = outcome.Status, ContactId = outcome.ContactId };
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
