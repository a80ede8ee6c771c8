namespace Amazon.Connect.Model;

/// <summary>Asks for a contact.</summary>
public class DescribeContactRequest : AmazonConnectRequest
{
    /// <summary>The contact's id, 1 to 256 characters. Required.</summary>
    public string? ContactId { get; set; }

    /// <summary>The instance: its id, the last part of its ARN; 1 to 100 characters. Required.</summary>
    public string? InstanceId { get; set; }
}
