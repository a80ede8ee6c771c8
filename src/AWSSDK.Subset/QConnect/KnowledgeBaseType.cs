using Amazon.Runtime;

namespace Amazon.QConnect;

/// <summary>
/// What a knowledge base holds (API type <c>KnowledgeBaseType</c>). The service may add values, so any string converts.
/// </summary>
public class KnowledgeBaseType : ConstantClass
{
    /// <summary>Content that was uploaded.</summary>
    public static readonly KnowledgeBaseType CUSTOM = new("CUSTOM");

    /// <summary>Content of another application.</summary>
    public static readonly KnowledgeBaseType EXTERNAL = new("EXTERNAL");

    /// <summary>Content that the service fetches.</summary>
    public static readonly KnowledgeBaseType MANAGED = new("MANAGED");

    /// <summary>Message templates.</summary>
    public static readonly KnowledgeBaseType MESSAGE_TEMPLATES = new("MESSAGE_TEMPLATES");

    /// <summary>Quick responses.</summary>
    public static readonly KnowledgeBaseType QUICK_RESPONSES = new("QUICK_RESPONSES");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public KnowledgeBaseType(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static KnowledgeBaseType FindValue(string value) => FindValue<KnowledgeBaseType>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator KnowledgeBaseType(string value) => FindValue(value);
}
