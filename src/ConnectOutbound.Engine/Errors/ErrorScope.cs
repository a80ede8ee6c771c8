namespace ConnectOutbound.Engine.Errors;

/// <summary>How much an error is about.</summary>
public enum ErrorScope
{
    /// <summary>The whole run or command: nothing that follows would succeed.</summary>
    Run,

    /// <summary>One row, contact, template or resource: the next may succeed.</summary>
    One,
}
