namespace ConnectOutbound.Engine.Input;

/// <summary>What a saved result means for the row that is sent now.</summary>
internal enum SavedMeaning
{
    /// <summary>No contact exists: the row is a new one, whatever was corrected in it.</summary>
    New,

    /// <summary>The contact exists.</summary>
    Started,

    /// <summary>The contact may exist.</summary>
    InDoubt,

    /// <summary>Another row of the earlier input had the same destination.</summary>
    Duplicate,
}
