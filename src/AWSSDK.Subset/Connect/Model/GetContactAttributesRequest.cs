namespace Amazon.Connect.Model;

/// <summary>Asks for the attributes of a contact.</summary>
public class GetContactAttributesRequest : AmazonConnectRequest
{
    /// <summary>The contact's id, of the first where several belong together; 1 to 256 characters. Required.</summary>
    public string? InitialContactId { get; set; }

    /// <summary>The instance: its id, the last part of its ARN; 1 to 100 characters. Required.</summary>
    public string? InstanceId { get; set; }
}
