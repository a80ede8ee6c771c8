namespace Amazon.Connect.Model;

/// <summary>One end of a contact, as the contact tells it.</summary>
public class EndpointInfo
{
    /// <summary>The address.</summary>
    public string? Address { get; set; }

    /// <summary>The name that is shown for it.</summary>
    public string? DisplayName { get; set; }

    /// <summary>What kind of address it is.</summary>
    public EndpointType? Type { get; set; }
}
