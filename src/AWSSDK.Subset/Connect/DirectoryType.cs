using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>
/// Where the users of an instance are kept (API type <c>DirectoryType</c>). The service may add values, so any string
/// converts.
/// </summary>
public class DirectoryType : ConstantClass
{
    /// <summary>In Amazon Connect.</summary>
    public static readonly DirectoryType CONNECT_MANAGED = new("CONNECT_MANAGED");

    /// <summary>In a directory of the account.</summary>
    public static readonly DirectoryType EXISTING_DIRECTORY = new("EXISTING_DIRECTORY");

    /// <summary>With an identity provider.</summary>
    public static readonly DirectoryType SAML = new("SAML");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public DirectoryType(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static DirectoryType FindValue(string value) => FindValue<DirectoryType>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator DirectoryType(string value) => FindValue(value);
}
