namespace ConnectOutbound;

/// <summary>What became of a row. Every row ends in exactly one of these.</summary>
public enum OutboundStatus
{
    /// <summary>A contact was created now. Creation is not delivery: the message may still be refused by the network.</summary>
    Started,

    /// <summary>This run, or the command of the saved result, started the contact before; nothing was sent.</summary>
    AlreadyStarted,

    /// <summary>Another row has the same destination; nothing was sent.</summary>
    Duplicate,

    /// <summary>The destination is on a suppression list; nothing was sent.</summary>
    Suppressed,

    /// <summary>Held back by quiet hours; nothing was sent.</summary>
    Deferred,

    /// <summary>The row cannot be sent; the reason lists every fault of it.</summary>
    Invalid,

    /// <summary>The service refused it.</summary>
    Failed,

    /// <summary>It was sent and no answer could be read, to the last attempt: the contact may or may not exist.</summary>
    Unknown,

    /// <summary>The run stopped before it, or its confirmation was declined; nothing was sent.</summary>
    NotSent,

    /// <summary>It would have been sent: the run was a dry one (-WhatIf).</summary>
    Planned,
}
