using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="InstanceStatus"/> as its string.</summary>
internal sealed class InstanceStatusConverter() : ConstantClassConverter<InstanceStatus>(InstanceStatus.FindValue);
