using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="EndpointType"/> as its string.</summary>
internal sealed class EndpointTypeConverter() : ConstantClassConverter<EndpointType>(EndpointType.FindValue);
