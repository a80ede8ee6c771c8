namespace Amazon.QConnect.Model;

/// <summary>Values of an agent.</summary>
public class AgentAttributes
{
    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }
}
