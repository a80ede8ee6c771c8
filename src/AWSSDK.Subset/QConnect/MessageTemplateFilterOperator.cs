using Amazon.Runtime;

namespace Amazon.QConnect;

/// <summary>
/// How a filter compares (API type <c>MessageTemplateFilterOperator</c>). The service may add values, so any string
/// converts.
/// </summary>
public class MessageTemplateFilterOperator : ConstantClass
{
    /// <summary>The field is the value.</summary>
    public static readonly MessageTemplateFilterOperator EQUALS = new("EQUALS");

    /// <summary>The field begins with the value.</summary>
    public static readonly MessageTemplateFilterOperator PREFIX = new("PREFIX");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public MessageTemplateFilterOperator(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static MessageTemplateFilterOperator FindValue(string value) => FindValue<MessageTemplateFilterOperator>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator MessageTemplateFilterOperator(string value) => FindValue(value);
}
