using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>
/// How a contact was initiated (API type <c>ContactInitiationMethod</c>). The service may add values, so any string
/// converts.
/// </summary>
public class ContactInitiationMethod : ConstantClass
{
    /// <summary>By an agent's reply.</summary>
    public static readonly ContactInitiationMethod AGENT_REPLY = new("AGENT_REPLY");

    /// <summary>By a call of the API.</summary>
    public static readonly ContactInitiationMethod API = new("API");

    /// <summary>As a callback.</summary>
    public static readonly ContactInitiationMethod CALLBACK = new("CALLBACK");

    /// <summary>By a flow for disconnected contacts.</summary>
    public static readonly ContactInitiationMethod DISCONNECT = new("DISCONNECT");

    /// <summary>By an agent, to somebody outside.</summary>
    public static readonly ContactInitiationMethod EXTERNAL_OUTBOUND = new("EXTERNAL_OUTBOUND");

    /// <summary>By a flow.</summary>
    public static readonly ContactInitiationMethod FLOW = new("FLOW");

    /// <summary>By the customer.</summary>
    public static readonly ContactInitiationMethod INBOUND = new("INBOUND");

    /// <summary>By a supervisor who listens.</summary>
    public static readonly ContactInitiationMethod MONITOR = new("MONITOR");

    /// <summary>By an agent.</summary>
    public static readonly ContactInitiationMethod OUTBOUND = new("OUTBOUND");

    /// <summary>By a transfer between queues.</summary>
    public static readonly ContactInitiationMethod QUEUE_TRANSFER = new("QUEUE_TRANSFER");

    /// <summary>By a transfer.</summary>
    public static readonly ContactInitiationMethod TRANSFER = new("TRANSFER");

    /// <summary>By a call of the API, within an app.</summary>
    public static readonly ContactInitiationMethod WEBRTC_API = new("WEBRTC_API");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public ContactInitiationMethod(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static ContactInitiationMethod FindValue(string value) => FindValue<ContactInitiationMethod>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ContactInitiationMethod(string value) => FindValue(value);
}
