using System.Management.Automation;
using ConnectOutbound.Engine.Runs;

namespace ConnectOutbound.Commands.Output;

/// <summary>The progress display of a run: counts, rate, and the time left where the number of rows is known.</summary>
internal sealed class RunProgress(long total, TimeProvider time)
{
    private const int ActivityId = 20171;
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly long _began = time.GetTimestamp();
    private long _shown = time.GetTimestamp();

    /// <summary>How long the run has taken.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <summary>Whether it is time to show something.</summary>
    /// <returns>True at most five times a second.</returns>
    public bool IsDue()
    {
        if (time.GetElapsedTime(_shown) < s_interval)
            return false;
        _shown = time.GetTimestamp();
        return true;
    }

    /// <summary>What to show.</summary>
    /// <param name="run">The run.</param>
    /// <returns>A progress record.</returns>
    public ProgressRecord Record(OutboundRun run)
    {
        RunCounts counts = run.Counts;
        double seconds = Elapsed.TotalSeconds;
        double rate = seconds > 0 ? counts.Total / seconds : 0;
        string what = counts.Total == 0 ? "waiting for the first answer" : counts.ToString();
        string why = run.QuotaFullFor is TimeSpan full ? $"; waiting {full.TotalSeconds:0} s for the quota of concurrent chats (L-D4BA6F6E)" : "";
        if (run.WaitingForQuietHours is int waiting and > 0)
            why += $"; {waiting} wait for the end of quiet hours";
        var record = new ProgressRecord(
            ActivityId,
            "Starting outbound contacts",
            total > 0 ? $"{counts.Total} of {total} rows: {what}{why}" : $"{counts.Total} rows: {what}{why}")
        {
            CurrentOperation = $"{rate:0.0} rows/s, {run.Outstanding} under way, at most {run.CurrentRate:0.##} requests/s",
        };
        if (total <= 0)
            return record;
        record.PercentComplete = (int)Math.Min(100, counts.Total * 100 / total);
        if (rate > 0 && total >= counts.Total)
            record.SecondsRemaining = (int)Math.Min(int.MaxValue, (total - counts.Total) / rate);
        return record;
    }

    /// <summary>Takes the display away.</summary>
    /// <returns>A progress record.</returns>
    public static ProgressRecord Completed() => new(ActivityId, "Starting outbound contacts", "Done") { RecordType = ProgressRecordType.Completed };
}
