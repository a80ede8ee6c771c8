namespace Amazon.Connect.Model;

/// <summary>The agent of a contact.</summary>
public class AgentInfo
{
    /// <summary>When the contact was connected to the agent, in UTC.</summary>
    public DateTime? ConnectedToAgentTimestamp { get; set; }

    /// <summary>The id of the agent.</summary>
    public string? Id { get; set; }
}
