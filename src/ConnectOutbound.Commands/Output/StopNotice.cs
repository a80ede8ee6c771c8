using System.Management.Automation.Host;
using ConnectOutbound.Engine.Runs;

namespace ConnectOutbound.Commands.Output;

/// <summary>What a person hears when a run ended before its rows did: the pipeline takes no objects any more, so it goes to the host.</summary>
internal static class StopNotice
{
    /// <summary>Writes the line, where there is something to say.</summary>
    /// <param name="host">The host; a host without a user interface hears nothing.</param>
    /// <param name="run">The run, stopped; results that nobody took are taken here.</param>
    /// <param name="runName">The run's name.</param>
    /// <param name="interrupted">Whether somebody stopped it; a consumer that had enough is told only of what it did not see.</param>
    public static void Write(PSHost? host, OutboundRun run, string? runName, bool interrupted)
    {
        long untaken = 0;
        while (run.TryTake(out OutboundContact? contact))
            untaken += contact.Status is OutboundStatus.Started or OutboundStatus.Unknown ? 1 : 0;
        RunCounts counts = run.Counts;
        if (counts.Total == 0 || (untaken == 0 && !interrupted))
            return;
        string lost = untaken == 0 ? "" : $" {untaken} of the started or doubtful ones did not come out as results.";
        string next = runName is null
            ? " With -RunName the next run would know them."
            : $" The same command with -RunName '{runName}' goes on where this one stopped; Get-ConnectOutboundRun '{runName}' -Contact shows its contacts.";
        host?.UI?.WriteLine(
            $"Stopped: {counts[OutboundStatus.Started]} contacts started, {counts[OutboundStatus.Unknown]} in doubt, "
            + $"{counts[OutboundStatus.NotSent]} not sent.{lost}{next}");
    }
}
