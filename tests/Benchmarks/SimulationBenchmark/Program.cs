using System.Globalization;
using ConnectOutbound.Engine.Tests.Runs.Simulation;

// The longer form of SimulationTests and CampaignTests, by random numbers; each seed that fails is named.
// SimulationBenchmark [COUNT [FIRST_SEED]]            schedules of one command: faults, and ends of the process
// SimulationBenchmark campaigns [COUNT [FIRST_SEED]]  sequences of commands, with the slips that people make
bool isCampaigns = args.Length > 0 && args[0] == "campaigns";
string[] numbers = isCampaigns ? args[1..] : args;
int count = numbers.Length > 0 ? int.Parse(numbers[0], CultureInfo.InvariantCulture) : isCampaigns ? 10_000 : 100_000;
int first = numbers.Length > 1 ? int.Parse(numbers[1], CultureInfo.InvariantCulture) : 1;
int crashes = 0, processes = 0, commands = 0, refused = 0, failed = 0;
for (int seed = first; seed < first + count; seed++)
{
    try
    {
        if (isCampaigns)
        {
            (int sent, int slips) = await RandomCampaign.RunAsync(seed);
            commands += sent;
            refused += slips;
            continue;
        }

        SimulatedRun run = RandomSchedule.Run(seed);
        crashes += run.Crashes;
        processes += run.Processes;
    }
    catch (InvalidOperationException e)
    {
        failed++;
        Console.WriteLine($"seed {seed}: {e.Message}");
    }
}

Console.WriteLine(isCampaigns
    ? $"{count} sequences from seed {first}: {commands} commands, {refused} of them refused as slips, {failed} sequences failed"
    : $"{count} schedules from seed {first}: {processes} processes, {crashes} of them ended early, {failed} schedules failed");
return failed == 0 ? 0 : 1;
