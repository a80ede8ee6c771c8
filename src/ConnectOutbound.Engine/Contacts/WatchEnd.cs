namespace ConnectOutbound.Engine.Contacts;

/// <summary>How the wait for a contact ended.</summary>
public enum WatchEnd
{
    /// <summary>What was waited for is there.</summary>
    Reached,

    /// <summary>The contact ended before it was.</summary>
    Missed,

    /// <summary>The time is over.</summary>
    TimedOut,

    /// <summary>The contact could not be asked for.</summary>
    Failed,
}
