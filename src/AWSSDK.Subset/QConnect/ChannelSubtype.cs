using Amazon.Runtime;

namespace Amazon.QConnect;

/// <summary>
/// What kind of message a template is for (API type <c>ChannelSubtype</c>). The service may add values, so any string
/// converts.
/// </summary>
public class ChannelSubtype : ConstantClass
{
    /// <summary>E-mail.</summary>
    public static readonly ChannelSubtype EMAIL = new("EMAIL");

    /// <summary>Push notifications.</summary>
    public static readonly ChannelSubtype PUSH = new("PUSH");

    /// <summary>Text messages.</summary>
    public static readonly ChannelSubtype SMS = new("SMS");

    /// <summary>WhatsApp.</summary>
    public static readonly ChannelSubtype WHATSAPP = new("WHATSAPP");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public ChannelSubtype(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static ChannelSubtype FindValue(string value) => FindValue<ChannelSubtype>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ChannelSubtype(string value) => FindValue(value);
}
