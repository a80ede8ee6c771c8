using Amazon.Connect.Model;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>
/// A command that sends rows, again and again until it has gone through: through faults of the service and ends of the process, by one seed.
/// What must be true at every moment and at the end is checked as it runs.
/// </summary>
internal sealed class SimulatedRun
{
    private const int MostProcesses = 60;
    private const int MostSteps = 200_000;

    private readonly Random _random;
    private readonly int _rows;
    private readonly int _throttleLimit;
    private readonly SimulatedWorld _world;
    private readonly Func<int, int> _crashAtOf;

    public SimulatedRun(int seed, int rows, int throttleLimit, Func<StartOutboundChatContactRequest, int, SimulatedFault> faultOf, Func<int, int> crashAtOf)
    {
        _random = new Random(seed);
        _rows = rows;
        _throttleLimit = throttleLimit;
        _world = new SimulatedWorld(faultOf);
        _crashAtOf = crashAtOf;
    }

    /// <summary>How many processes it took.</summary>
    public int Processes { get; private set; }

    /// <summary>How many ended early.</summary>
    public int Crashes { get; private set; }

    /// <summary>The events of the last process.</summary>
    public int Events => _world.Events;

    /// <summary>Runs to the end.</summary>
    /// <exception cref="InvalidOperationException">Something that must be true was not.</exception>
    public void Complete()
    {
        // With a context of its own, the test's thread would hand continuations to others.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            RunToTheEnd();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void RunToTheEnd()
    {
        while (true)
        {
            Processes++;
            Check(Processes <= MostProcesses, "it never goes through");
            _world.Restart(_crashAtOf(Processes));
            List<OutboundContact> results = RunProcess();
            CheckWorld();
            if (_world.Crashed)
            {
                Crashes++;
                continue;
            }

            Check(results.Count == _rows, $"{results.Count} results for {_rows} rows");
            Check(results.Select(result => result.RowNumber).Distinct().Count() == _rows, "a row came out twice");
            if (results.All(result => result.Status is OutboundStatus.Started or OutboundStatus.AlreadyStarted))
                break;
        }

        Check(_world.ContactsOf.Count == _rows, $"{_world.ContactsOf.Count} of {_rows} have a contact");
    }

    private List<OutboundContact> RunProcess()
    {
        var results = new List<OutboundContact>();
        var pacer = new Pacer(_world.Time, inline: true);
        var options = new RunOptions
        {
            ThrottleLimit = _throttleLimit,
            Pace = new PaceLimit(50, 5),
            Retry = new RetryPolicy { MaxAttempts = 3, QuotaWait = TimeSpan.FromMinutes(5) },
            Random = new Random(_random.Next()),
            IsInline = true,
        };
        var run = new OutboundRun(_world.Connect(), _ => pacer, options, _world.Time, _world.OpenJournal("simulation", Processes));
        var reader = new RowReader(Given.Options(), "simulation");
        int next = 1;
        for (int step = 0; !_world.Crashed && (next <= _rows || run.Outstanding > 0); step++)
        {
            Check(step < MostSteps, "it never ends");
            while (run.TryTake(out OutboundContact? result))
            {
                CheckResult(result);
                results.Add(result);
            }

            if (next <= _rows && run.HasRoom && (_world.PendingCount == 0 || _random.Next(3) == 0))
                run.Submit(reader.Read(Row(next++)));
            else if (_world.PendingCount > 0 && _random.Next(8) > 0)
                _world.HappenOne(_random);
            else
                _world.Time.Advance(TimeSpan.FromMilliseconds(1 << _random.Next(12)));
            if (run.Fault is not null)
                Settle(run);
        }

        return results;
    }

    // A run that stops ends its waits on other threads: until each row has come out or waits for the world again.
    private void Settle(OutboundRun run)
    {
        for (int i = 0; !_world.Crashed && run.Outstanding > run.Ready + _world.PendingCount; i++)
        {
            Check(i < 100_000, "it does not settle");
            Thread.Sleep(i < 100 ? 0 : 1);
        }
    }

    private static Row Row(int number) => Given.Row(number, ("Phone", $"+1206{5_000_000 + number}"));

    private void CheckResult(OutboundContact result)
    {
        bool exists = _world.ContactsOf.TryGetValue(result.Destination!, out List<string>? contacts);
        switch (result.Status)
        {
            case OutboundStatus.Started or OutboundStatus.AlreadyStarted:
                Check(
                    exists && contacts!.Contains(result.ContactId!),
                    $"row {result.RowNumber} is {result.Status} with {result.ContactId}, which does not exist");
                break;
            case OutboundStatus.Failed or OutboundStatus.NotSent:
                Check(!exists, $"row {result.RowNumber} is {result.Status}, and its contact exists");
                break;
            case OutboundStatus.Unknown:
                break;
            default:
                Check(false, $"row {result.RowNumber} is {result.Status}");
                break;
        }
    }

    private void CheckWorld()
    {
        foreach ((string destination, List<string> contacts) in _world.ContactsOf)
            Check(contacts.Count == 1, $"{destination} has {contacts.Count} contacts");
    }

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
