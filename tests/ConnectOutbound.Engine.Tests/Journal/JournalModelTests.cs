using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>Random uses of a journal, by two runs and two users of each, agree with a model at every step.</summary>
public sealed class JournalModelTests
{
    private const int Steps = 300;
    private static readonly JournalStatus[] Outcomes = [JournalStatus.Started, JournalStatus.Failed, JournalStatus.Unknown, JournalStatus.NotSent];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task The_journal_agrees_with_the_model(int seed)
    {
        var random = new Random(seed);
        using JournalFolder folder = new();
        string[] names = ["spring", "fr\u00fchling"];
        JournalModel[] models = [new(), new()];
        SqliteRunJournal[] users = [.. Enumerable.Range(0, 4).Select(user => folder.OpenRun(names[user % 2]))];
        for (int step = 0; step < Steps; step++)
        {
            folder.Time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 100_000_000)));
            int user = random.Next(users.Length);
            (SqliteRunJournal run, JournalModel model) = (users[user], models[user % 2]);
            ContactIdentity identity = Identity(random);
            switch (random.Next(10))
            {
                case < 4:
                    JournalIntent intent = Intent(random, identity, folder);
                    await run.BeginAsync(intent, CancellationToken.None);
                    model.Begin(intent, run.Invocation);
                    break;
                case < 8:
                    JournalOutcome outcome = Outcome(random, identity, folder);
                    if (model.Find(identity) is null)
                    {
                        await Assert.ThrowsAsync<InvalidOperationException>(() => run.EndAsync(outcome));
                    }
                    else
                    {
                        await run.EndAsync(outcome);
                        model.End(outcome, run.Invocation);
                    }

                    break;
                case 8:
                    await run.DisposeAsync();
                    users[user] = folder.OpenRun(names[user % 2]);
                    break;
                default:
                    ContactIdentity another = Identity(random);
                    Assert.Equal(model.Find(another), run.Find(another));
                    break;
            }

            Assert.Equal(model.Find(identity), users[(user + 2) % users.Length].Find(identity));
        }

        foreach (SqliteRunJournal run in users)
            await run.DisposeAsync();
        AssertListed(folder, names, models);
    }

    private static void AssertListed(JournalFolder folder, string[] names, JournalModel[] models)
    {
        SqliteJournal journal = folder.Open(create: false);
        foreach ((string name, JournalModel model) in names.Zip(models))
        {
            JournalEntry[] listed = [.. journal.Contacts(name)];
            Assert.Equal(listed.Select(entry => entry.RowNumber).Order(), listed.Select(entry => entry.RowNumber));
            Assert.Equal(model.Contacts.ToDictionary(entry => entry.Identity), listed.ToDictionary(entry => entry.Identity));
            RunSummary summary = journal.Runs().Single(run => run.Name == name);
            Assert.Equal((model.FirstAt, model.LastAt), (summary.FirstAt, summary.LastAt));
            foreach (JournalStatus status in Enum.GetValues<JournalStatus>())
                Assert.Equal(model.Contacts.Count(entry => entry.Status == status), summary.Counts[status]);
        }
    }

    private static ContactIdentity Identity(Random random) => ContactIdentity.Create(
        random.Next(2) == 0 ? Given.Instance : "another",
        random.Next(3) == 0 ? "+4930901820" : Given.Number,
        new[] { null, "a", "A", "\U0001f337" }[random.Next(4)]);

    private static JournalIntent Intent(Random random, ContactIdentity identity, JournalFolder folder) => new()
    {
        Identity = identity,
        ClientToken = random.Next(2) == 0 ? identity.Token("spring") : $"token {random.Next(3)}",
        RowNumber = random.Next(100),
        Channel = (OutboundChannel)random.Next(2),
        Fingerprint = $"fingerprint {random.Next(3)}",
        RowJson = new string('x', random.Next(20_000)),
        FirstSentAt = random.Next(4) == 0 ? folder.Time.GetUtcNow().AddSeconds(random.Next(-1000, 1000)) : null,
        At = folder.Time.GetUtcNow(),
    };

    private static JournalOutcome Outcome(Random random, ContactIdentity identity, JournalFolder folder) => new()
    {
        Identity = identity,
        Status = random.Next(8) == 0 ? JournalStatus.Started : Outcomes[random.Next(1, Outcomes.Length)],
        ContactId = random.Next(2) == 0 ? JournalFolder.ContactId(random.Next(9)) : null,
        Reason = random.Next(2) == 0 ? "reason" : null,
        ErrorCode = random.Next(2) == 0 ? "code" : null,
        Attempts = random.Next(4),
        RequestId = random.Next(2) == 0 ? Guid.Empty.ToString() : null,
        At = folder.Time.GetUtcNow(),
    };
}
