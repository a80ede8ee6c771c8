namespace Amazon.Connect.Model;

/// <summary>Sets attributes of a contact, ended or not. Attributes that are not named stay as they are.</summary>
public class UpdateContactAttributesRequest : AmazonConnectRequest
{
    /// <summary>The attributes to set; names of letters, digits, <c>-</c> and <c>_</c>. All that the contact has then take at most 32,768 UTF-8 bytes. Required.</summary>
    public Dictionary<string, string>? Attributes { get; set; }

    /// <summary>The contact's id, of the first where several belong together; 1 to 256 characters. Required.</summary>
    public string? InitialContactId { get; set; }

    /// <summary>The instance: its id, the last part of its ARN; 1 to 100 characters. Required.</summary>
    public string? InstanceId { get; set; }
}
