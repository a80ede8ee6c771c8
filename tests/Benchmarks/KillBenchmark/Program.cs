using System.Diagnostics;
using System.Globalization;
using ConnectOutbound;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Tests.Runs;
using ConnectOutbound.Sandbox;
using KillBenchmark;

// The long forms of what the tests try shortly. Usage: KillBenchmark kill [REPETITIONS [ROWS]] | quota [ROWS] | lowered [ROWS] | full [SECONDS]
// Ends with 1 where a promise did not hold.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int Argument(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;
return args.FirstOrDefault() switch
{
    "kill" => await KillAsync(Argument(1, 50), Argument(2, 2000)),
    "quota" => await QuotaAsync(Argument(1, 60), 2),
    "lowered" => await QuotaAsync(Argument(1, 60), 1),
    "full" => await FullAsync(TimeSpan.FromSeconds(Argument(1, 30))),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("Usage: KillBenchmark kill [REPETITIONS [ROWS]] | quota [ROWS] | lowered [ROWS] | full [SECONDS]");
    return 2;
}

// Processes that are ended at random moments.
static async Task<int> KillAsync(int repetitions, int rows)
{
    var random = new Random(20260504);
    (int kills, int inFlight, int wrong) = (0, 0, 0);
    var watch = Stopwatch.StartNew();
    for (int i = 1; i <= repetitions; i++)
    {
        KilledRun run = await KilledRun.TryAsync(rows, random);
        kills += run.Kills;
        inFlight += run.InFlight;
        if (run.Contacts == rows && run.Destinations == rows && run.Results == rows && run.ExitCode == 0)
            continue;
        wrong++;
        Console.WriteLine($"Repetition {i}: {run}");
    }

    Console.WriteLine(
        $"{repetitions} runs of {rows} rows in {watch.Elapsed.TotalSeconds:0} s: {kills} killed, {inFlight} of them with sends in flight; "
            + $"{wrong} did not end with each contact exactly once.");
    return wrong == 0 && inFlight > 0 ? 0 : 1;
}

// The default pace against a quota.
static async Task<int> QuotaAsync(int rows, double quota)
{
    await using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions { ConcurrentChats = int.MaxValue, RequestsPerSecond = 2, Burst = 5 });
    sandbox.SetQuota(quota, 5);
    List<OutboundContact> results = await Bench.SendAsync(sandbox, rows, new RunOptions());
    DateTimeOffset[] arrivals = [.. sandbox.Contacts.Select(contact => contact.ReceivedAt).Order()];
    double seconds = (arrivals[^1] - arrivals[0]).TotalSeconds;
    double used = rows / (5 + (quota * seconds));
    Console.WriteLine(
        $"{rows} rows at a quota of {quota}/s, burst 5: {seconds:0.00} s from the first to the last, {used:P1} of the quota used, "
            + $"{sandbox.ThrottledCount} of {sandbox.RequestCount} requests throttled.");
    return results.All(result => result.Status == OutboundStatus.Started) ? 0 : 1;
}

// The quota of concurrent chats is full for a while.
static async Task<int> FullAsync(TimeSpan pause)
{
    const int rows = 200;
    await using SandboxServer sandbox = SandboxServer.Start(new SandboxOptions { RequestsPerSecond = double.PositiveInfinity, ConcurrentChats = rows / 2 });
    Task<List<OutboundContact>> sending = Bench.SendAsync(sandbox, rows, new RunOptions { Pace = new PaceLimit(1000, 10) });
    while (sandbox.ContactCount < rows / 2)
        await Task.Delay(5);
    await Task.Delay(500);
    long before = sandbox.RequestCount;
    await Task.Delay(pause);
    long during = sandbox.RequestCount - before;
    sandbox.SetConcurrentChats(int.MaxValue);
    var watch = Stopwatch.StartNew();
    List<OutboundContact> results = await sending;
    int started = results.Count(result => result.Status == OutboundStatus.Started);
    Console.WriteLine(
        $"The quota of chats full for {pause.TotalSeconds:0} s: {during} requests meanwhile, {started} of {rows} started, "
            + $"{sandbox.ContactCount} contacts, done {watch.Elapsed.TotalSeconds:0.0} s after there was room.");
    return started == rows && sandbox.ContactCount == rows ? 0 : 1;
}
