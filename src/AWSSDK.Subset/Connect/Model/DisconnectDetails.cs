namespace Amazon.Connect.Model;

/// <summary>How a contact ended.</summary>
public class DisconnectDetails
{
    /// <summary>What may have been wrong.</summary>
    public string? PotentialDisconnectIssue { get; set; }
}
