namespace Amazon.Tests.Support;

/// <summary>What the server does with the connection after an answer.</summary>
internal enum AfterAnswer
{
    KeepOpen,
    Close,

    /// <summary>Holds the connection open and says nothing more, until the server is disposed.</summary>
    Stall,
}
