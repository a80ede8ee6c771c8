using ConnectOutbound.Engine.Runs;

namespace ConnectOutbound.Commands.Output;

/// <summary>Says once that a run waits for the quota of concurrent chats: the progress display says so, too, but a runbook has none.</summary>
/// <param name="quotaWait">How long a run waits at most.</param>
internal sealed class WaitNotice(TimeSpan quotaWait)
{
    private bool _said;

    /// <summary>Looks whether there is something to say.</summary>
    /// <param name="run">The run.</param>
    /// <returns>A warning; null where the run does not wait, has ended, or it was said.</returns>
    public string? Describe(OutboundRun run)
    {
        if (_said || quotaWait == TimeSpan.Zero || run.QuotaFullFor is null || run.Fault is not null)
            return null;
        _said = true;
        return "The instance's quota of concurrent chats (L-D4BA6F6E) is full: the run waits until chats end, and tries now and then, "
            + $"at most {Span(quotaWait)} (-QuotaWait). Then it stops with the error QuotaFull, and the rows that remain come out as NotSent.";
    }

    private static string Span(TimeSpan span) => span < TimeSpan.FromMinutes(2) ? $"{span.TotalSeconds:0.#} seconds" : $"{span.TotalMinutes:0.#} minutes";
}
