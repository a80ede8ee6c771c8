using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="PhoneNumberType"/> as its string.</summary>
internal sealed class PhoneNumberTypeConverter() : ConstantClassConverter<PhoneNumberType>(PhoneNumberType.FindValue);
