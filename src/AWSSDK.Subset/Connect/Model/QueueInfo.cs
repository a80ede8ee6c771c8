namespace Amazon.Connect.Model;

/// <summary>The queue of a contact.</summary>
public class QueueInfo
{
    /// <summary>When the contact came to it, in UTC.</summary>
    public DateTime? EnqueueTimestamp { get; set; }

    /// <summary>Its id.</summary>
    public string? Id { get; set; }
}
