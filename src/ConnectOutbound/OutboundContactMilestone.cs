namespace ConnectOutbound;

/// <summary>What can be waited for in the life of a contact.</summary>
public enum OutboundContactMilestone
{
    /// <summary>The customer's end is connected to Amazon Connect (ConnectedToSystemTimestamp).</summary>
    Connected,

    /// <summary>An agent is connected (AgentInfo.ConnectedToAgentTimestamp).</summary>
    AgentConnected,

    /// <summary>The contact has ended (DisconnectTimestamp).</summary>
    Disconnected,
}
