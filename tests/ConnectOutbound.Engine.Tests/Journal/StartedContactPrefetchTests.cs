using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;

namespace ConnectOutbound.Engine.Tests.Journal;

/// <summary>What is read ahead for a repeated run is what a lookup would find, in whatever order contacts are asked for.</summary>
public sealed class StartedContactPrefetchTests
{
    private const int Contacts = 6000;
    private const string Other = "other";

    public static TheoryData<string> Orders => ["as written", "backwards", "shuffled", "every third", "a little out of order"];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Contacts_are_found_as_they_were_written(string order)
    {
        using JournalFolder folder = new();
        await Write(folder);
        await using SqliteRunJournal run = folder.OpenRun();
        foreach (int number in Order(order))
        {
            JournalEntry? entry = run.Find(JournalFolder.Identity(number));
            Assert.Equal(StatusOf(number), entry?.Status);
            Assert.Equal(
                (JournalFolder.Identity(number), $"fingerprint {number}", (long)number, JournalFolder.Identity(number).Token(JournalFolder.RunName)),
                (entry!.Identity, entry.Fingerprint, entry.RowNumber, entry.ClientToken));
            Assert.Equal(StatusOf(number) == JournalStatus.Started ? JournalFolder.ContactId(number) : null, entry.ContactId);
            Assert.Equal(StatusOf(number) == JournalStatus.Started, entry.RowJson is null);
            // Asked for again, it is the same.
            Assert.Equal(entry, run.Find(JournalFolder.Identity(number)));
        }

        Assert.Null(run.Find(JournalFolder.Identity(Contacts + 1)));
        Assert.Null(run.Find(JournalFolder.Identity(1, "a key")));
    }

    [Fact]
    public async Task What_another_process_starts_meanwhile_is_seen()
    {
        using JournalFolder folder = new();
        await Write(folder);
        await using SqliteRunJournal reading = folder.OpenRun();
        await using SqliteRunJournal writing = folder.OpenRun();
        for (int number = 1; number <= Contacts; number++)
        {
            if (StatusOf(number) != JournalStatus.Started)
                await folder.Write(writing, number, JournalStatus.Started);
            Assert.Equal(JournalStatus.Started, reading.Find(JournalFolder.Identity(number))?.Status);
        }
    }

    // Most are started; another run has contacts between.
    private static async Task Write(JournalFolder folder)
    {
        await using SqliteRunJournal run = folder.OpenRun();
        await using SqliteRunJournal other = folder.OpenRun(Other);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (int number = 1 + worker; number <= Contacts; number += 8)
            {
                await folder.Write(run, number, StatusOf(number));
                if (number % 5 == 0)
                    await folder.Write(other, number, JournalStatus.Started);
            }
        })));
    }

    private static JournalStatus StatusOf(int number) => (number % 97) switch
    {
        0 => JournalStatus.Failed,
        1 => JournalStatus.Unknown,
        2 => JournalStatus.NotSent,
        _ => JournalStatus.Started,
    };

    private static IEnumerable<int> Order(string order)
    {
        IEnumerable<int> numbers = Enumerable.Range(1, Contacts);
        var random = new Random(11);
        return order switch
        {
            "backwards" => numbers.Reverse(),
            "shuffled" => numbers.OrderBy(_ => random.Next()),
            "every third" => numbers.Where(number => number % 3 == 0),
            "a little out of order" => numbers.OrderBy(number => number + random.Next(200)),
            _ => numbers,
        };
    }
}
