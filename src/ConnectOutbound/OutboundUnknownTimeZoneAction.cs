namespace ConnectOutbound;

/// <summary>What happens under quiet hours to a row whose customer's local time is not known.</summary>
public enum OutboundUnknownTimeZoneAction
{
    /// <summary>It comes out as Deferred; nothing is sent.</summary>
    Defer,

    /// <summary>It is sent, whatever time it is there.</summary>
    Send,
}
