using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>
/// The state of an instance (API type <c>InstanceStatus</c>). The service may add values, so any string converts.
/// </summary>
public class InstanceStatus : ConstantClass
{
    /// <summary>It can be used.</summary>
    public static readonly InstanceStatus ACTIVE = new("ACTIVE");

    /// <summary>It could not be made.</summary>
    public static readonly InstanceStatus CREATION_FAILED = new("CREATION_FAILED");

    /// <summary>It is being made.</summary>
    public static readonly InstanceStatus CREATION_IN_PROGRESS = new("CREATION_IN_PROGRESS");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public InstanceStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static InstanceStatus FindValue(string value) => FindValue<InstanceStatus>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator InstanceStatus(string value) => FindValue(value);
}
