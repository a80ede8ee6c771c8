using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>Writes <see cref="KnowledgeBaseType"/> as its string.</summary>
internal sealed class KnowledgeBaseTypeConverter() : ConstantClassConverter<KnowledgeBaseType>(KnowledgeBaseType.FindValue);
