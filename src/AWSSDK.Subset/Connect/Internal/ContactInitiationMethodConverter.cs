using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="ContactInitiationMethod"/> as its string.</summary>
internal sealed class ContactInitiationMethodConverter() : ConstantClassConverter<ContactInitiationMethod>(ContactInitiationMethod.FindValue);
