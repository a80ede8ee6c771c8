using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>Writes <see cref="MessageTemplateFilterOperator"/> as its string.</summary>
internal sealed class MessageTemplateFilterOperatorConverter() : ConstantClassConverter<MessageTemplateFilterOperator>(MessageTemplateFilterOperator.FindValue);
