namespace ConnectOutbound.Engine.Runs;

/// <summary>How many chats of one instance are open at once, when contacts start one after the other and each lives for its time.</summary>
internal sealed class ChatLoad
{
    // How many chats end in which minute: the longest life bounds how many minutes there are.
    private readonly Dictionary<long, int> _endsOfMinute = [];
    private long _minute;
    private long _open;

    /// <summary>The most chats that are open at once.</summary>
    public long Peak { get; private set; }

    /// <summary>Starts a chat.</summary>
    /// <param name="at">When, after the run's start; never earlier than the one before.</param>
    /// <param name="minutes">How long it lives.</param>
    /// <returns>How many are open now.</returns>
    public long Start(TimeSpan at, int minutes)
    {
        long now = (long)at.TotalMinutes;
        for (; _minute <= now; _minute++)
        {
            if (_endsOfMinute.Remove(_minute, out int ended))
                _open -= ended;
        }

        // Counted as open to the end of the minute in which it ends.
        long end = (long)Math.Ceiling(at.TotalMinutes + minutes);
        _endsOfMinute[end] = _endsOfMinute.GetValueOrDefault(end) + 1;
        _open++;
        Peak = Math.Max(Peak, _open);
        return _open;
    }
}
