using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="Channel"/> as its string.</summary>
internal sealed class ChannelConverter() : ConstantClassConverter<Channel>(Channel.FindValue);
