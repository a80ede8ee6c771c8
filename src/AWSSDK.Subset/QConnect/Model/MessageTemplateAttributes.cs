namespace Amazon.QConnect.Model;

/// <summary>Values for the variables of a message template. Each has 1 to 32,767 characters.</summary>
public class MessageTemplateAttributes
{
    /// <summary>The agent's.</summary>
    public AgentAttributes? AgentAttributes { get; set; }

    /// <summary>One's own.</summary>
    public Dictionary<string, string>? CustomAttributes { get; set; }

    /// <summary>The customer profile's.</summary>
    public CustomerProfileAttributes? CustomerProfileAttributes { get; set; }

    /// <summary>The contact's.</summary>
    public SystemAttributes? SystemAttributes { get; set; }
}
