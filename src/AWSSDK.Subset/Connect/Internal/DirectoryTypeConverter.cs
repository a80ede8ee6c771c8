using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>Writes <see cref="DirectoryType"/> as its string.</summary>
internal sealed class DirectoryTypeConverter() : ConstantClassConverter<DirectoryType>(DirectoryType.FindValue);
