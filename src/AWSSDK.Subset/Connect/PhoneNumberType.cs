using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>
/// What kind of number a phone number is (API type <c>PhoneNumberType</c>). The service may add values, so any string
/// converts.
/// </summary>
public class PhoneNumberType : ConstantClass
{
    /// <summary>A local number.</summary>
    public static readonly PhoneNumberType DID = new("DID");

    /// <summary>A number that several share.</summary>
    public static readonly PhoneNumberType SHARED = new("SHARED");

    /// <summary>A short code, for text messages.</summary>
    public static readonly PhoneNumberType SHORT_CODE = new("SHORT_CODE");

    /// <summary>A local number of another carrier.</summary>
    public static readonly PhoneNumberType THIRD_PARTY_DID = new("THIRD_PARTY_DID");

    /// <summary>A toll-free number of another carrier.</summary>
    public static readonly PhoneNumberType THIRD_PARTY_TF = new("THIRD_PARTY_TF");

    /// <summary>A toll-free number.</summary>
    public static readonly PhoneNumberType TOLL_FREE = new("TOLL_FREE");

    /// <summary>A universal international freephone number.</summary>
    public static readonly PhoneNumberType UIFN = new("UIFN");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public PhoneNumberType(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static PhoneNumberType FindValue(string value) => FindValue<PhoneNumberType>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator PhoneNumberType(string value) => FindValue(value);
}
