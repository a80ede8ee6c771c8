using Amazon.Runtime;

namespace Amazon.QConnect;

/// <summary>
/// Whether a WhatsApp template can be sent (API type <c>WhatsAppSourceConfigurationStatus</c>). The service may know more values than the ones named
/// here: any string converts.
/// </summary>
public class WhatsAppSourceConfigurationStatus : ConstantClass
{
    /// <summary>It cannot be sent as it is.</summary>
    public static readonly WhatsAppSourceConfigurationStatus INVALID = new("INVALID");

    /// <summary>WhatsApp has refused it.</summary>
    public static readonly WhatsAppSourceConfigurationStatus REJECTED = new("REJECTED");

    /// <summary>It can be sent.</summary>
    public static readonly WhatsAppSourceConfigurationStatus VALID = new("VALID");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public WhatsAppSourceConfigurationStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static WhatsAppSourceConfigurationStatus FindValue(string value) => FindValue<WhatsAppSourceConfigurationStatus>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator WhatsAppSourceConfigurationStatus(string value) => FindValue(value);
}
