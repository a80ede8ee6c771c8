namespace Amazon.Connect.Model;

/// <summary>The customer, as the contact shows them.</summary>
public class ParticipantDetails
{
    /// <summary>The name to show, 1 to 256 characters. Required.</summary>
    public string? DisplayName { get; set; }
}
