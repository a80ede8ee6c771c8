namespace Amazon.QConnect.Model;

/// <summary>Values of a contact.</summary>
public class SystemAttributes
{
    /// <summary>The customer's end.</summary>
    public SystemEndpointAttributes? CustomerEndpoint { get; set; }

    /// <summary>The name of the task.</summary>
    public string? Name { get; set; }

    /// <summary>The contact centre's end.</summary>
    public SystemEndpointAttributes? SystemEndpoint { get; set; }
}
