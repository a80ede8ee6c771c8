using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>What a flow is for (API type <c>ContactFlowType</c>). The service may add values, so any string converts.</summary>
public class ContactFlowType : ConstantClass
{
    /// <summary>Agents on hold.</summary>
    public static readonly ContactFlowType AGENT_HOLD = new("AGENT_HOLD");

    /// <summary>Transfers to an agent.</summary>
    public static readonly ContactFlowType AGENT_TRANSFER = new("AGENT_TRANSFER");

    /// <summary>What an agent hears before a contact.</summary>
    public static readonly ContactFlowType AGENT_WHISPER = new("AGENT_WHISPER");

    /// <summary>Outbound campaigns.</summary>
    public static readonly ContactFlowType CAMPAIGN = new("CAMPAIGN");

    /// <summary>Contacts; the type that an outbound chat takes.</summary>
    public static readonly ContactFlowType CONTACT_FLOW = new("CONTACT_FLOW");

    /// <summary>Customers on hold.</summary>
    public static readonly ContactFlowType CUSTOMER_HOLD = new("CUSTOMER_HOLD");

    /// <summary>Customers in a queue.</summary>
    public static readonly ContactFlowType CUSTOMER_QUEUE = new("CUSTOMER_QUEUE");

    /// <summary>What a customer hears before an agent.</summary>
    public static readonly ContactFlowType CUSTOMER_WHISPER = new("CUSTOMER_WHISPER");

    /// <summary>What a customer hears before an outbound call.</summary>
    public static readonly ContactFlowType OUTBOUND_WHISPER = new("OUTBOUND_WHISPER");

    /// <summary>Transfers to a queue.</summary>
    public static readonly ContactFlowType QUEUE_TRANSFER = new("QUEUE_TRANSFER");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public ContactFlowType(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static ContactFlowType FindValue(string value) => FindValue<ContactFlowType>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ContactFlowType(string value) => FindValue(value);
}
