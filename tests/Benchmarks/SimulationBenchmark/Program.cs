using System.Globalization;
using ConnectOutbound.Engine.Tests.Runs.Simulation;

// The longer form of SimulationTests: SimulationBenchmark [COUNT [FIRST_SEED]] runs that many random schedules and names each seed that fails.
int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
int first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
int crashes = 0, processes = 0, failed = 0;
for (int seed = first; seed < first + count; seed++)
{
    try
    {
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

Console.WriteLine($"{count} schedules from seed {first}: {processes} processes, {crashes} of them ended early, {failed} schedules failed");
return failed == 0 ? 0 : 1;
