namespace ConnectOutbound;

/// <summary>What happens to a row whose customer has quiet hours now.</summary>
public enum OutboundQuietHoursAction
{
    /// <summary>It comes out as Deferred; nothing is sent.</summary>
    Defer,

    /// <summary>It waits until they are over, and is sent then.</summary>
    Wait,
}
