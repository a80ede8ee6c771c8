using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>Writes <see cref="MessageTemplateQueryOperator"/> as its string.</summary>
internal sealed class MessageTemplateQueryOperatorConverter() : ConstantClassConverter<MessageTemplateQueryOperator>(MessageTemplateQueryOperator.FindValue);
