namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>Processes that are ended without warning, and the same command again. The long form is in tests/Benchmarks/KillBenchmark.</summary>
public sealed class KilledRunTests
{
    [Fact]
    public async Task A_process_that_is_killed_and_the_same_command_again_start_each_contact_once()
    {
        var random = new Random(11);
        int kills = 0, inFlight = 0;
        for (int i = 0; i < 4; i++)
        {
            KilledRun run = await KilledRun.TryAsync(200, random);
            Assert.Equal(200, run.Contacts);
            Assert.Equal(200, run.Destinations);
            Assert.Equal(200, run.Results);
            Assert.Equal(0, run.ExitCode);
            Assert.All(run.Statuses.Split(' '), status => Assert.Contains(status, new[] { "Started", "AlreadyStarted" }));
            kills += run.Kills;
            inFlight += run.InFlight;
        }

        Assert.NotEqual(0, kills);
        Assert.NotEqual(0, inFlight);
    }
}
