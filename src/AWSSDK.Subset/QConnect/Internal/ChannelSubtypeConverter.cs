using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>Writes <see cref="ChannelSubtype"/> as its string.</summary>
internal sealed class ChannelSubtypeConverter() : ConstantClassConverter<ChannelSubtype>(ChannelSubtype.FindValue);
