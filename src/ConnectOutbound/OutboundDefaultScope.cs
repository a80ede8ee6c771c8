namespace ConnectOutbound;

/// <summary>How long a default holds.</summary>
public enum OutboundDefaultScope
{
    /// <summary>For this PowerShell session.</summary>
    Session,

    /// <summary>For this user on this computer, until it is cleared.</summary>
    User,
}
