namespace Amazon.Connect.Model;

/// <summary>One end of a contact.</summary>
public class Endpoint
{
    /// <summary>
    /// The address, at most 256 characters: E.164 for <see cref="EndpointType.TELEPHONE_NUMBER"/>; for
    /// <see cref="EndpointType.CONNECT_PHONENUMBER_ARN"/> the ARN that Amazon Connect gives the number
    /// (<c>arn:aws:connect:REGION:ACCOUNT:phone-number/ID</c>), not the one of the messaging service behind it.
    /// </summary>
    public string? Address { get; set; }

    /// <summary>What kind of address it is.</summary>
    public EndpointType? Type { get; set; }
}
