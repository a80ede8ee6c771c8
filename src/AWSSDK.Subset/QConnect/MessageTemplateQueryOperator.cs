using Amazon.Runtime;

namespace Amazon.QConnect;

/// <summary>
/// How a query compares (API type <c>MessageTemplateQueryOperator</c>). The service may add values, so any string
/// converts.
/// </summary>
public class MessageTemplateQueryOperator : ConstantClass
{
    /// <summary>The field contains the value.</summary>
    public static readonly MessageTemplateQueryOperator CONTAINS = new("CONTAINS");

    /// <summary>The field contains the value, or a word that begins with it.</summary>
    public static readonly MessageTemplateQueryOperator CONTAINS_AND_PREFIX = new("CONTAINS_AND_PREFIX");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public MessageTemplateQueryOperator(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static MessageTemplateQueryOperator FindValue(string value) => FindValue<MessageTemplateQueryOperator>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator MessageTemplateQueryOperator(string value) => FindValue(value);
}
