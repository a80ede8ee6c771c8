using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="ContactFlowState"/> as its string.</summary>
internal sealed class ContactFlowStateConverter() : ConstantClassConverter<ContactFlowState>(ContactFlowState.FindValue);
