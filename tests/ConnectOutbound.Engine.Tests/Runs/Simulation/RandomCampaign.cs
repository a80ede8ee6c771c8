using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>
/// A sequence of commands that a seed decides, with the slips that people make: the same command again, its name in other letters, without its key column,
/// corrected rows, another message, at another place, days later, after the run was removed. After each command it is checked that nobody was written to
/// twice, that nobody is Started whom nothing was sent to, and that a slip sends nothing.
/// </summary>
internal sealed class RandomCampaign : IDisposable
{
    private const string Campaign = "Termine Dez";

    // The first three are the run itself; the others are slips.
    private static readonly string[] s_names =
        [Campaign, " Termine Dez", "Termine Dez\u00A0", "termine dez", "TERMINE DEZ", "Termine  Dez", "Termine\u00A0Dez", "TermineDez", "Termine\u200B Dez"];

    private static readonly RunPlace[] s_places =
    [
        RunPlace.Loopback,
        RunPlace.Aws("aws", "us-east-1", "123456789012"),
        RunPlace.Aws("aws", "eu-central-1", "123456789012"),
        RunPlace.Aws("aws", "us-east-1", "210987654321"),
    ];

    private static readonly SimulatedFault[] s_faults =
        [SimulatedFault.None, SimulatedFault.None, SimulatedFault.TimeoutAfter, SimulatedFault.CutBefore, SimulatedFault.ErrorBefore];

    private readonly Random _random;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly CampaignService _service;
    private readonly string _folder = Directory.CreateTempSubdirectory("connect-outbound-campaign-").FullName;
    private readonly List<string[]> _rows;
    private readonly (string Name, Action Slip)[] _operations;
    private CampaignCommand _command;
    private int _removals;
    private bool _isClockWrong;

    private RandomCampaign(int seed)
    {
        _random = new Random(seed);
        _service = new CampaignService(_time);
        _rows = [.. Enumerable.Range(0, _random.Next(1, 7)).Select(_ => NewRow())];
        _command = new CampaignCommand { Name = Campaign, KeyColumn = Pick<string?>(null, "Order"), Place = Pick(s_places) };
        // What passes results of one command into the next belongs here, too.
        _operations =
        [
            ("repeat", () => { }),
            ("repeat", () => { }),
            ("rename", () => _command = _command with { Name = Pick(s_names) }),
            ("own name", () => _command = _command with { Name = Campaign }),
            ("other campaign", () => _command = _command with { Name = Pick("Sommer", "sommer") }),
            ("key column", () => _command = _command with { KeyColumn = Pick(null, null, "Order", "order", "Ticket") }),
            ("other content", () => _command = _command with { Content = _command.Content + 1 }),
            ("other place", () => _command = _command with { Place = Pick(s_places) }),
            ("correct a row", () => _rows[_random.Next(_rows.Count)][0] = Number()),
            ("write a key in another way", WriteKeyInAnotherWay),
            ("add a row", () => _rows.Add(NewRow())),
            ("wait", () => Wait(TimeSpan.FromHours(Pick(1, 26)))),
            ("wait for days", () => Wait(TimeSpan.FromDays(Pick(6.9, 7, 8)))),
            ("remove the run", Remove),
            ("a clock that differs", () => _command = _command with { Skew = TimeSpan.FromMinutes(_random.Next(-29, 30)) }),
            ("a clock that is wrong", () => _command = _command with { Skew = TimeSpan.FromDays(30) }),
        ];
    }

    /// <summary>The operations and what came of them, for the message of a failure.</summary>
    private List<string> Story { get; } = [];

    /// <summary>Runs a sequence.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <returns>How many commands were sent, and how many of them were refused as a slip.</returns>
    /// <exception cref="InvalidOperationException">Something that must be true was not.</exception>
    public static async Task<(int Commands, int Refused)> RunAsync(int seed)
    {
        using var campaign = new RandomCampaign(seed);
        int steps = campaign._random.Next(3, 13), refused = 0;
        try
        {
            for (int step = 0; step < steps; step++)
            {
                if (step > 0)
                    campaign.Operate();
                refused += await campaign.SendAsync() ? 0 : 1;
            }
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"{e.Message} after: {string.Join("; ", campaign.Story)}", e);
        }

        return (steps, refused);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private string Number() => $"+1206555010{_random.Next(5)}";

    private string[] NewRow() => [Number(), $"A-{_random.Next(3)}", $"T{_random.Next(3)}"];

    private SqliteJournal Journal(TimeProvider time) => SqliteJournal.Open(Path.Combine(_folder, "journal.db"), time);

    private void Operate()
    {
        (string name, Action slip) = Pick(_operations);
        _command = _command with { Skew = TimeSpan.Zero };
        slip();
        _isClockWrong |= _command.Skew > TimeSpan.FromHours(1);
        Story.Add(name);
    }

    private void Wait(TimeSpan time)
    {
        // A clock that was wrong is noticed as long as its time lies ahead.
        if (!_isClockWrong)
            _time.Advance(time);
    }

    private void WriteKeyInAnotherWay()
    {
        string[] row = _rows[_random.Next(_rows.Count)];
        row[1] = Pick(row[1].ToLowerInvariant(), row[1].ToUpperInvariant(), $" {row[1]}", row[1].Replace("-", " - ", StringComparison.Ordinal));
    }

    private void Remove()
    {
        SqliteJournal journal = Journal(_time);
        string meaning = Meaning(_command.Name);
        foreach (RunSummary run in journal.Runs().Where(run => Meaning(run.Name) == meaning))
        {
            Check(journal.Remove(run.Name), "the run cannot be removed");
            _removals++;
        }
    }

    private static string Meaning(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c != '\u200B')).ToUpperInvariant();

    // What must come of the command, by what the journal has before it.
    private (string? Refusal, string KeyColumn) Expect()
    {
        RunSummary[] alike = [.. Journal(_time).Runs().Where(run => Meaning(run.Name) == Meaning(_command.Name))];
        Check(alike.Length <= 1, "there are two runs whose names differ only in case or blanks");
        string asked = _command.KeyColumn ?? "";
        if (alike is not [RunSummary run])
            return (null, asked);
        if (run.Name.Trim() != _command.Name.Trim())
            return (ErrorIds.RunNameAmbiguous, "");
        string? own = run.Binding.KeyColumn;
        if (own is null || (_command.KeyColumn is not null && !own.Equals(asked, StringComparison.OrdinalIgnoreCase)))
            return run.HasContacts ? (ErrorIds.RunKeyColumnMismatch, "") : (null, asked);
        return run.HasContacts && !run.Binding.Place!.Fits(_command.Place) ? (ErrorIds.RunElsewhere, own) : (null, own);
    }

    private async Task<bool> SendAsync()
    {
        (string? refusal, string keyColumn) = Expect();
        CampaignCommand command = _command with { Epoch = $"{Meaning(_command.Name)} {_removals}", KeyInForce = Canonical(keyColumn) };
        int before = _service.Requests;
        (OutboundException? refused, List<OutboundContact> results, IReadOnlyList<string> warnings) = await SendAsync(command);
        Story.Add($"{command.Name}/{command.KeyColumn}/{command.Place}: {refused?.Id ?? string.Join(' ', results.Select(result => result.Status))}");
        Check(refused?.Id == refusal || (refusal == ErrorIds.RunKeyColumnMismatch && refused?.Id == ErrorIds.RunElsewhere), $"refused by {refused?.Id}");
        Check(refused is null || _service.Requests == before, "a command that is refused sent something");
        Check(results.Count == _rows.Count || (refused is not null && results.Count == 0), $"{results.Count} results for {_rows.Count} rows");
        results.ForEach(result => CheckResult(command, result));
        CheckWorld();
        CheckWarnings(results, warnings);
        return refused is null;
    }

    private static string Canonical(string keyColumn) =>
        keyColumn.Equals("Order", StringComparison.OrdinalIgnoreCase) ? "Order" : keyColumn;

    // What the cmdlet does: finds the run, joins what it keeps with what was typed, and sends by it.
    private async Task<(OutboundException? Refused, List<OutboundContact> Results, IReadOnlyList<string> Warnings)> SendAsync(CampaignCommand command)
    {
        var time = new FakeTimeProvider(_time.GetUtcNow() + command.Skew);
        // The connection does not know the account.
        RunPlace place = command.Place.IsLoopback ? command.Place : RunPlace.Aws(command.Place.Partition, command.Place.Region);
        List<OutboundContact> results = [];
        try
        {
            await using SqliteRunJournal journal = Journal(time).OpenRun(command.Name, new RunBinding { Place = place, KeyColumn = command.KeyColumn });
            bool isFaulty = _random.Next(3) == 0;
            Dictionary<string, SimulatedFault> faults = Enumerable.Range(0, 5).ToDictionary(i => $"+1206555010{i}", _ => Pick(s_faults));
            IContactClient client = _service.Connect(command, to => isFaulty ? faults[to] : SimulatedFault.None);
            RunOptions options = SandboxRunOptions() with { ThrottleLimit = Pick(1, 4) };
            await using var run = new OutboundRun(client, _ => new Pacer(TimeProvider.System), options, time, journal);
            string? key = journal.Binding!.KeyColumn is { Length: > 0 } column ? column : null;
            var reader = new RowReader(Mapping(command) with { KeyColumn = key }, command.Name);
            await foreach (OutboundContact contact in run.SendAsync(Rows(), reader))
                results.Add(contact);
            return (run.Fault, results, run.Warnings);
        }
        catch (OutboundException e)
        {
            return (e, results, []);
        }
    }

    private static RunOptions SandboxRunOptions() => new()
    {
        Pace = new PaceLimit(100_000, 1000),
        Retry = new RetryPolicy { MaxAttempts = 1 },
        Random = new Random(1),
    };

    private static MappingOptions Mapping(CampaignCommand command) => Given.Options(
        (ContactField.Source, Given.Source.Replace("123456789012", command.Place.Account ?? "123456789012", StringComparison.Ordinal)),
        (ContactField.Message, $"{{Order}}|{{Ticket}}|{command.Content}"));

    private IEnumerable<Row> Rows() =>
        _rows.Select((cells, i) => Given.Row(i + 1, ("Phone", cells[0]), ("Order", cells[1]), ("Ticket", cells[2])));

    private void CheckResult(CampaignCommand command, OutboundContact result)
    {
        string[] row = _rows[(int)result.RowNumber - 1];
        CampaignContact[] contacts =
        [
            .. _service.Contacts.Where(contact => contact.Place == command.Place && contact.Destination == result.Destination
                && contact.Epoch == command.Epoch && contact.Key == command.KeyOf(row[1], row[2])),
        ];
        switch (result.Status)
        {
            case OutboundStatus.Started or OutboundStatus.AlreadyStarted:
                // After the run was removed, the service may answer with a contact from before.
                Check(
                    _service.Contacts.Any(contact =>
                        contact.Id == result.ContactId && contact.Place == command.Place && contact.Destination == result.Destination),
                    $"row {result.RowNumber} is {result.Status} with {result.ContactId}, which does not exist there");
                break;
            case OutboundStatus.Failed or OutboundStatus.NotSent:
                Check(contacts.Length == 0, $"row {result.RowNumber} is {result.Status}, and its contact exists");
                break;
            case OutboundStatus.Unknown or OutboundStatus.Duplicate:
                break;
            default:
                Check(false, $"row {result.RowNumber} is {result.Status}: {result.Reason}");
                break;
        }
    }

    // Within a campaign, as a person means it, whatever slips there were: until its run is removed.
    private void CheckWorld()
    {
        foreach (IGrouping<string, CampaignContact> campaign in _service.Contacts.GroupBy(contact => contact.Epoch))
        {
            Check(campaign.Select(contact => contact.Place).Distinct().Count() == 1, $"{campaign.Key} is in two places");
            foreach (IGrouping<string, CampaignContact> person in campaign.GroupBy(contact => contact.Destination))
            {
                Check(person.Select(contact => contact.Key).Distinct().Count() == person.Count(), $"{person.Key} was written to twice");
                Check(person.Count() == 1 || person.All(contact => contact.Key.Length > 0), $"{person.Key} was written to with a key and without");
            }
        }
    }

    private static void CheckWarnings(List<OutboundContact> results, IReadOnlyList<string> warnings)
    {
        int differing = results.Count(result => result.Status == OutboundStatus.AlreadyStarted && result.Reason!.Contains("differs", StringComparison.Ordinal));
        string? warning = warnings.SingleOrDefault(text => text.Contains("other content", StringComparison.Ordinal));
        Check(
            differing == 0 ? warning is null : warning?.StartsWith($"{differing} row", StringComparison.Ordinal) == true,
            $"{differing} rows with other content, and the warning is: {warning}");
    }

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
