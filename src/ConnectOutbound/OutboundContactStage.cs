namespace ConnectOutbound;

/// <summary>Whether a contact goes on. Amazon Connect has no such member: it is worked out of the contact's timestamps.</summary>
public enum OutboundContactStage
{
    /// <summary>It was initiated and has no DisconnectTimestamp.</summary>
    Active,

    /// <summary>It has a DisconnectTimestamp. It stays so.</summary>
    Disconnected,

    /// <summary>The instance has no such contact: it never had, or its records are gone.</summary>
    NotFound,
}
