namespace ConnectOutbound.Engine.Skipping;

/// <summary>What is done with a row.</summary>
internal enum RowAction
{
    /// <summary>It is sent.</summary>
    Send,

    /// <summary>It comes out without a request.</summary>
    Skip,

    /// <summary>It waits, and is decided again.</summary>
    Wait,
}
