using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="ContactFlowType"/> as its string.</summary>
internal sealed class ContactFlowTypeConverter() : ConstantClassConverter<ContactFlowType>(ContactFlowType.FindValue);
