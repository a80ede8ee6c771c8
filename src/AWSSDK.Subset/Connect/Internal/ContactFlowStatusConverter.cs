using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="ContactFlowStatus"/> as its string.</summary>
internal sealed class ContactFlowStatusConverter() : ConstantClassConverter<ContactFlowStatus>(ContactFlowStatus.FindValue);
