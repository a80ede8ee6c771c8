using System.Runtime.InteropServices;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>
/// A sequence of commands that a seed decides, with the slips that people make: the same command again, its name in other letters, without its key column,
/// corrected rows, another message, at another place, days later, after the run was removed, with the results of an earlier command as rows. After each
/// command it is checked that nobody was written to twice, that nobody is Started whom nothing was sent to, and that a slip sends nothing.
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
    private readonly CampaignChecks _checks;
    private readonly List<(CampaignRow Row, OutboundContact Result)[]> _results = [];
    private List<CampaignRow> _rows;
    private readonly (string Name, Action Slip)[] _operations;
    private CampaignCommand _command;
    private int _lines;
    private int _commands;
    private int _removals;
    private bool _isClockWrong;

    private RandomCampaign(int seed)
    {
        _random = new Random(seed);
        _service = new CampaignService(_time);
        _checks = new CampaignChecks(_service);
        _rows = [.. Enumerable.Range(0, _random.Next(1, 7)).Select(_ => NewRow())];
        _command = new CampaignCommand { Name = Pick(Campaign, Campaign, null), KeyColumn = Pick<string?>(null, "Order"), Place = Pick(s_places) };
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
            ("no name", () => _command = _command with { Name = null }),
            ("no name", () => _command = _command with { Name = null }),
            ("pass results back", PassResultsBack),
            ("pass results back", PassResultsBack),
            ("pass results back", PassResultsBack),
            ("pass results back eight days later", PassResultsBackLater),
            ("pass results back eight days later", PassResultsBackLater),
            ("plain rows", () => _rows = [.. _rows.Select(row => row.Plain(++_lines))]),
            ("send started", () => _command = _command with { SendStarted = true }),
            ("correct a row", () => Pick([.. _rows]).Number = Number()),
            ("correct a row", () => Pick([.. _rows]).Number = Number()),
            ("correct a key", () => Pick([.. _rows]).Order = Order()),
            ("write a key in another way", WriteKeyInAnotherWay),
            ("add a row", () => _rows.Add(NewRow())),
            ("wait", () => Wait(TimeSpan.FromHours(Pick(1, 26)))),
            ("wait for days", () => Wait(TimeSpan.FromDays(Pick(6.9, 7, 8)))),
            ("remove the run", Remove),
            ("a clock that differs", () => _command = _command with { Skew = TimeSpan.FromMinutes(_random.Next(-29, 30)) }),
            ("a clock that is wrong", () => _command = _command with { Skew = TimeSpan.FromDays(_random.Next(3) == 0 ? 30 : 0) }),
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

    private string Order() => $"A-{_random.Next(3)}";

    private CampaignRow NewRow() => new(++_lines, Number(), Order(), $"T{_random.Next(3)}");

    private SqliteJournal Journal(TimeProvider time) => SqliteJournal.Open(Path.Combine(_folder, "journal.db"), time);

    private void Operate()
    {
        _command = _command with { Skew = TimeSpan.Zero, SendStarted = false };
        for (int operations = Pick(1, 1, 2, 3, 4); operations > 0; operations--)
        {
            (string name, Action slip) = Pick(_operations);
            slip();
            Story.Add(name);
        }

        _isClockWrong |= _command.Skew > TimeSpan.FromHours(1);
    }

    private void Wait(TimeSpan time)
    {
        // A clock that was wrong is noticed as long as its time lies ahead.
        if (!_isClockWrong)
            _time.Advance(time);
    }

    private void WriteKeyInAnotherWay()
    {
        CampaignRow row = Pick([.. _rows]);
        string key = row.Order;
        row.Order = Pick(key.ToLowerInvariant(), key.ToUpperInvariant(), $" {key}", key.Replace("-", " - ", StringComparison.Ordinal));
    }

    private void PassResultsBackLater()
    {
        Wait(TimeSpan.FromDays(8));
        PassResultsBack();
    }

    // Of the last command, as a rule: all of them or those that were not started, in the order of the input or in that of completion.
    private void PassResultsBack()
    {
        if (_results.Count == 0)
            return;
        (CampaignRow Row, OutboundContact Result)[] results = _random.Next(4) == 0 ? Pick([.. _results]) : _results[^1];
        (CampaignRow Row, OutboundContact Result)[] rest = [.. results.Where(pair => pair.Result.Status != OutboundStatus.Started)];
        if (_random.Next(4) == 0 && rest.Length > 0)
            results = rest;
        SavedForm form = Pick(Enum.GetValues<SavedForm>());
        _rows = [.. results.Select(pair => pair.Row.Again(pair.Result, form))];
        if (_random.Next(2) == 0)
            _random.Shuffle(CollectionsMarshal.AsSpan(_rows));
        Story.Add($"as {form}");
    }

    private void Remove()
    {
        SqliteJournal journal = Journal(_time);
        string meaning = Meaning(_command.Name ?? Campaign);
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
        if (_command.Name is not string name)
            return (null, "");
        RunSummary[] alike = [.. Journal(_time).Runs().Where(run => Meaning(run.Name) == Meaning(name))];
        Check(alike.Length <= 1, "there are two runs whose names differ only in case or blanks");
        string asked = _command.KeyColumn ?? "";
        if (alike is not [RunSummary run])
            return (null, asked);
        if (run.Name.Trim() != name.Trim())
            return (ErrorIds.RunNameAmbiguous, "");
        string? own = run.Binding.KeyColumn;
        if (own is null || (_command.KeyColumn is not null && !own.Equals(asked, StringComparison.OrdinalIgnoreCase)))
            return run.HasContacts ? (ErrorIds.RunKeyColumnMismatch, "") : (null, asked);
        return run.HasContacts && !run.Binding.Place!.Fits(_command.Place) ? (ErrorIds.RunElsewhere, own) : (null, own);
    }

    private async Task<bool> SendAsync()
    {
        (string? refusal, string keyColumn) = Expect();
        string epoch = _command.Name is string name ? $"{Meaning(name)} {_removals}" : $"command {++_commands}";
        CampaignCommand command = _command with { Epoch = epoch, KeyInForce = Canonical(keyColumn) };
        (int before, int existing) = (_service.Requests, _service.Contacts.Count);
        (OutboundException? refused, List<OutboundContact> results, IReadOnlyList<string> warnings) = await SendAsync(command);
        Story.Add($"{command.Name}/{command.KeyColumn}/{command.Place}: {refused?.Id ?? string.Join(' ', results.Select(Told))}");
        // The account is known by the first row that might be sent.
        bool isIdle = refusal == ErrorIds.RunElsewhere && _service.Requests == before && _rows.TrueForAll(row => row.IsSaved);
        bool isEarlierCheck = refusal == ErrorIds.RunKeyColumnMismatch && refused?.Id == ErrorIds.RunElsewhere;
        Check(refused?.Id == refusal || (refused is null && isIdle) || isEarlierCheck, $"refused by {refused?.Id}");
        Check(refused is null || _service.Requests == before, "a command that is refused sent something");
        Check(results.Count == _rows.Count || (refused is not null && results.Count == 0), $"{results.Count} results for {_rows.Count} rows");
        (CampaignRow Row, OutboundContact Result)[] pairs =
            [.. results.OrderBy(result => result.RowNumber).Select(result => (_rows[(int)result.RowNumber - 1], result))];
        _checks.CheckCommand(command, pairs, warnings, existing);
        if (refused is null)
            _results.Add(_checks.Remember(command, pairs, existing));
        return refused is null;
    }

    private static string Told(OutboundContact result) => $"{result.RowNumber}={result.Destination}:{result.Status}{result.ErrorCode?.Insert(0, "/")}";

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
            await using SqliteRunJournal? journal = command.Name is string name
                ? Journal(time).OpenRun(name, new RunBinding { Place = place, KeyColumn = command.KeyColumn })
                : null;
            bool isFaulty = _random.Next(2) == 0;
            Dictionary<string, SimulatedFault> faults = Enumerable.Range(0, 5).ToDictionary(i => $"+1206555010{i}", _ => Pick(s_faults));
            IContactClient client = _service.Connect(command, to => isFaulty ? faults[to] : SimulatedFault.None);
            RunOptions options = SandboxRunOptions() with { ThrottleLimit = Pick(1, 4) };
            var skip = new SkipOptions { SendStarted = command.SendStarted };
            await using var run = new OutboundRun(client, _ => new Pacer(TimeProvider.System), options, time, journal, skip);
            string? key = journal?.Binding!.KeyColumn is { Length: > 0 } column ? column : null;
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
        (ContactField.InstanceId, command.InstanceId),
        (ContactField.Message, $"{{Order}}|{{Ticket}}|{{Line}}|{command.Content}"));

    private IEnumerable<Row> Rows() => _rows.Select((row, i) => row.ToRow(i + 1));

    private static void Check(bool holds, string otherwise) => CampaignChecks.Check(holds, otherwise);
}
