namespace ConnectOutbound.Engine.Journal;

/// <summary>What the journal knows of a contact. The numbers are stored: they never change their meaning.</summary>
public enum JournalStatus
{
    /// <summary>It was about to be sent, and no outcome was written: it is being sent now, or its process ended. The contact may exist.</summary>
    Sending = 1,

    /// <summary>The contact exists.</summary>
    Started = 2,

    /// <summary>The service refused it: no contact exists.</summary>
    Failed = 3,

    /// <summary>It was sent and no answer could be read: the contact may exist.</summary>
    Unknown = 4,

    /// <summary>The run stopped before a request that could have started it: no contact exists.</summary>
    NotSent = 5,
}
