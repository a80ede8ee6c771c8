namespace ConnectOutbound.Sandbox.Http;

/// <summary>How much of an answer is sent.</summary>
internal enum AnswerDelivery
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Nothing: the connection is reset.</summary>
    Reset,

    /// <summary>The status line; then the connection is closed.</summary>
    StatusLine,

    /// <summary>The head, with the length of the whole body, and half of the body; then the connection is closed.</summary>
    HalfBody,

    /// <summary>Nothing, and the connection stays open until the client closes it or the server stops.</summary>
    Never,
}
