using System.Management.Automation;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>The progress display of what is done with contacts.</summary>
/// <param name="time">The clock.</param>
internal sealed class ContactProgress(TimeProvider time)
{
    private const int ActivityId = 20172;
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private long _shown = time.GetTimestamp();
    private string? _activity;

    /// <summary>What to show.</summary>
    /// <param name="activity">What is done.</param>
    /// <param name="status">How far.</param>
    /// <param name="percent">In percent; negative where it is not known.</param>
    /// <returns>A progress record at most five times a second; else null.</returns>
    public ProgressRecord? Next(string activity, Func<string> status, int percent)
    {
        if (time.GetElapsedTime(_shown) < s_interval)
            return null;
        _shown = time.GetTimestamp();
        _activity = activity;
        return new ProgressRecord(ActivityId, activity, status()) { PercentComplete = percent };
    }

    /// <summary>Takes the display away.</summary>
    /// <returns>A progress record; null where none was shown.</returns>
    public ProgressRecord? End() => _activity is null ? null : new ProgressRecord(ActivityId, _activity, "Done") { RecordType = ProgressRecordType.Completed };
}
