using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>
/// What kind of address an <see cref="Model.Endpoint"/> has (API type <c>EndpointType</c>). The service may know more values than the ones
/// named here: any string converts.
/// </summary>
public class EndpointType : ConstantClass
{
    /// <summary>The ARN of a phone number that Amazon Connect holds, for SMS and WhatsApp alike.</summary>
    public static readonly EndpointType CONNECT_PHONENUMBER_ARN = new("CONNECT_PHONENUMBER_ARN");

    /// <summary>A flow.</summary>
    public static readonly EndpointType CONTACT_FLOW = new("CONTACT_FLOW");

    /// <summary>An e-mail address.</summary>
    public static readonly EndpointType EMAIL_ADDRESS = new("EMAIL_ADDRESS");

    /// <summary>A telephone number in E.164 form.</summary>
    public static readonly EndpointType TELEPHONE_NUMBER = new("TELEPHONE_NUMBER");

    /// <summary>A voice-over-IP address.</summary>
    public static readonly EndpointType VOIP = new("VOIP");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public EndpointType(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static EndpointType FindValue(string value) => FindValue<EndpointType>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator EndpointType(string value) => FindValue(value);
}
