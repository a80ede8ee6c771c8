namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>A schedule that a seed decides: how many rows, how many at once, which faults how often, where processes end.</summary>
internal static class RandomSchedule
{
    private static readonly SimulatedFault[] s_faults = [.. Enum.GetValues<SimulatedFault>().Where(fault => fault != SimulatedFault.None)];

    /// <summary>Runs a schedule.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <returns>The run, gone through.</returns>
    public static SimulatedRun Run(int seed)
    {
        var random = new Random(seed);
        double faultRate = random.NextDouble() * 0.6;
        int crashes = random.Next(6);
        int faultyAttempts = random.Next(1, 12);
        SimulatedFault[] kinds = random.Next(3) == 0 ? [s_faults[random.Next(s_faults.Length)]] : s_faults;
        var run = new SimulatedRun(
            seed,
            rows: random.Next(1, 25),
            throttleLimit: random.Next(1, 9),
            // Faults end at some time, else nothing would ever go through.
            (_, attempt) => attempt <= faultyAttempts && random.NextDouble() < faultRate ? kinds[random.Next(kinds.Length)] : SimulatedFault.None,
            process => process <= crashes ? random.Next(1, 150) : int.MaxValue);
        run.Complete();
        return run;
    }
}
