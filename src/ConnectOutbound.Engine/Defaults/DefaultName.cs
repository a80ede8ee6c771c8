namespace ConnectOutbound.Engine.Defaults;

/// <summary>What may have a default. The names are those of the parameters; nothing secret is among them.</summary>
public enum DefaultName
{
    /// <summary>The Amazon Connect instance.</summary>
    InstanceId,

    /// <summary>The flow that handles the contacts.</summary>
    ContactFlowId,

    /// <summary>The number that messages come from.</summary>
    Source,

    /// <summary>SMS or WhatsApp.</summary>
    Channel,

    /// <summary>The AWS Region.</summary>
    Region,

    /// <summary>A profile of the shared AWS files, which has the credentials; they are not kept here.</summary>
    ProfileName,

    /// <summary>Requests a second.</summary>
    RequestsPerSecond,

    /// <summary>Requests at once after a pause.</summary>
    Burst,

    /// <summary>How many rows or contacts may be under way.</summary>
    ThrottleLimit,
}
