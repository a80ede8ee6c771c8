using Xunit.Abstractions;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>
/// After every end of a process and every fault, and the same command again: each contact exactly once, each row answered, no Failed that exists.
/// </summary>
public class SimulationTests(ITestOutputHelper output)
{
    private const int Rows = 20;

    public static TheoryData<int> Faults => [.. Enum.GetValues<SimulatedFault>().Select(fault => (int)fault)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Wherever_the_process_ends_and_whatever_a_request_meets_the_same_command_again_leaves_each_contact_once(int kind)
    {
        var fault = (SimulatedFault)kind;
        int schedules = 0;
        foreach (int throttleLimit in (int[])[1, 4])
        {
            int events = Run(fault, throttleLimit, int.MaxValue).Events;
            for (int crashAt = 1; crashAt <= events; crashAt++)
            {
                Run(fault, throttleLimit, crashAt);
                schedules++;
            }
        }

        output.WriteLine($"{schedules} schedules with {fault}");
        // Six events a row; expired credentials stop the first process early.
        Assert.True(schedules >= (fault == SimulatedFault.Expired ? 12 : 2 * 6 * Rows), $"only {schedules} schedules");
    }

    [Fact]
    public void Random_schedules_leave_each_contact_once()
    {
        const int Schedules = 1000;
        int crashes = 0;
        for (int seed = 1; seed <= Schedules; seed++)
        {
            try
            {
                crashes += RandomSchedule.Run(seed).Crashes;
            }
            catch (InvalidOperationException e)
            {
                Assert.Fail($"seed {seed}: {e.Message}");
            }
        }

        output.WriteLine($"{Schedules} schedules, {crashes} ends of a process");
        Assert.True(crashes > Schedules / 2, $"only {crashes} ends of a process");
    }

    [Fact]
    public void A_seed_repeats_its_schedule()
    {
        for (int seed = 1; seed <= 50; seed++)
        {
            SimulatedRun first = RandomSchedule.Run(seed), second = RandomSchedule.Run(seed);
            Assert.Equal((first.Processes, first.Crashes, first.Events), (second.Processes, second.Crashes, second.Events));
        }
    }

    // Every third row's first attempt meets the fault, in every process until the fault has been met.
    private static SimulatedRun Run(SimulatedFault fault, int throttleLimit, int crashAt)
    {
        var run = new SimulatedRun(
            seed: 20261122,
            Rows,
            throttleLimit,
            (request, attempt) => attempt == 1 && (request.DestinationEndpoint!.Address![^1] - '0') % 3 == 0 ? fault : SimulatedFault.None,
            process => process == 1 ? crashAt : int.MaxValue);
        run.Complete();
        return run;
    }
}
