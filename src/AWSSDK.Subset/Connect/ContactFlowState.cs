using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>
/// Whether a flow is in use (API type <c>ContactFlowState</c>). The service may add values, so any string converts.
/// </summary>
public class ContactFlowState : ConstantClass
{
    /// <summary>It can be used.</summary>
    public static readonly ContactFlowState ACTIVE = new("ACTIVE");

    /// <summary>It is put away.</summary>
    public static readonly ContactFlowState ARCHIVED = new("ARCHIVED");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public ContactFlowState(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static ContactFlowState FindValue(string value) => FindValue<ContactFlowState>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ContactFlowState(string value) => FindValue(value);
}
