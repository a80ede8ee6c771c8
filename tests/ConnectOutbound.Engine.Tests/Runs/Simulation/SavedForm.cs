namespace ConnectOutbound.Engine.Tests.Runs.Simulation;

/// <summary>How a result comes back as a row.</summary>
internal enum SavedForm
{
    /// <summary>The result itself.</summary>
    Live,

    /// <summary>What Import-Clixml makes of it.</summary>
    Clixml,

    /// <summary>The columns of a result, as Export-Csv writes them.</summary>
    Result,

    /// <summary>The columns that -PassThru adds to the row.</summary>
    PassThru,
}
