namespace ConnectOutbound.Engine.Contacts;

/// <summary>A contact that is waited for. One look at a time.</summary>
/// <param name="contact">The contact.</param>
/// <param name="deadline">When the time is over, as a timestamp of the clock.</param>
/// <param name="interval">The pause until the next look.</param>
internal sealed class WatchedContact(ContactReference contact, long deadline, TimeSpan interval)
{
    private const double Growth = 1.5;

    public ContactReference Contact => contact;

    public long Deadline => deadline;

    /// <summary>What was seen last.</summary>
    public OutboundContactState? Latest { get; set; }

    /// <summary>The pause until the next look; the one after it is longer.</summary>
    public TimeSpan NextInterval(TimeSpan longest)
    {
        TimeSpan now = interval;
        TimeSpan longer = interval * Growth;
        interval = longer < longest ? longer : interval < longest ? longest : interval;
        return now;
    }
}
