namespace Amazon.QConnect.Model;

/// <summary>Values of one end of a contact.</summary>
public class SystemEndpointAttributes
{
    /// <summary>The phone number.</summary>
    public string? Address { get; set; }
}
