using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>
/// How a contact reaches the customer (API type <c>Channel</c>). The service may add values, so any string converts.
/// </summary>
public class Channel : ConstantClass
{
    /// <summary>Chat, text messages and WhatsApp among it.</summary>
    public static readonly Channel CHAT = new("CHAT");

    /// <summary>E-mail.</summary>
    public static readonly Channel EMAIL = new("EMAIL");

    /// <summary>A task.</summary>
    public static readonly Channel TASK = new("TASK");

    /// <summary>A call.</summary>
    public static readonly Channel VOICE = new("VOICE");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public Channel(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static Channel FindValue(string value) => FindValue<Channel>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator Channel(string value) => FindValue(value);
}
