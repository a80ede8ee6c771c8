using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="PhoneNumberCountryCode"/> as its string.</summary>
internal sealed class PhoneNumberCountryCodeConverter() : ConstantClassConverter<PhoneNumberCountryCode>(PhoneNumberCountryCode.FindValue);
