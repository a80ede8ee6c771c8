using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>
/// The country of a phone number, in ISO 3166-1 alpha-2 such as <c>US</c> (API type <c>PhoneNumberCountryCode</c>). The constants of the countries
/// are left out: any string converts.
/// </summary>
public class PhoneNumberCountryCode : ConstantClass
{
    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public PhoneNumberCountryCode(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static PhoneNumberCountryCode FindValue(string value) => FindValue<PhoneNumberCountryCode>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator PhoneNumberCountryCode(string value) => FindValue(value);
}
