using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>Writes <see cref="KnowledgeBaseStatus"/> as its string.</summary>
internal sealed class KnowledgeBaseStatusConverter() : ConstantClassConverter<KnowledgeBaseStatus>(KnowledgeBaseStatus.FindValue);
