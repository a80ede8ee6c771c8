namespace ConnectOutbound.Engine.Tests.Support;

/// <summary>What the server does with the connection after an answer.</summary>
public enum AfterAnswer
{
    KeepOpen,
    Close,

    /// <summary>Resets the connection.</summary>
    Reset,

    /// <summary>Keeps the connection open and sends nothing more, until the server is disposed.</summary>
    Stall,
}
