using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>
/// Whether a flow has been published (API type <c>ContactFlowStatus</c>). The service may add values, so any string
/// converts.
/// </summary>
public class ContactFlowStatus : ConstantClass
{
    /// <summary>A version is published.</summary>
    public static readonly ContactFlowStatus PUBLISHED = new("PUBLISHED");

    /// <summary>It is a draft.</summary>
    public static readonly ContactFlowStatus SAVED = new("SAVED");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public ContactFlowStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static ContactFlowStatus FindValue(string value) => FindValue<ContactFlowStatus>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ContactFlowStatus(string value) => FindValue(value);
}
