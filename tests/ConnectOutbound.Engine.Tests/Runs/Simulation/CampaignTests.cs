using Xunit.Abstractions;

namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>Sequences of commands with the slips that people make. SimulationBenchmark runs many more of them.</summary>
public class CampaignTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_slips_a_sequence_of_commands_has_nobody_is_written_to_twice_and_nobody_is_reported_as_started_in_vain()
    {
        const int Sequences = 200;
        int commands = 0, refused = 0;
        for (int seed = 1; seed <= Sequences; seed++)
        {
            try
            {
                (int sent, int slips) = await RandomCampaign.RunAsync(seed);
                commands += sent;
                refused += slips;
            }
            catch (InvalidOperationException e)
            {
                Assert.Fail($"seed {seed}: {e.Message}");
            }
        }

        output.WriteLine($"{Sequences} sequences, {commands} commands, {refused} of them refused as slips");
        Assert.True(refused > Sequences / 2, $"only {refused} slips");
    }
}
