using Amazon.Runtime;

namespace Amazon.QConnect;

/// <summary>
/// The state of a knowledge base (API type <c>KnowledgeBaseStatus</c>). The service may add values, so any string
/// converts.
/// </summary>
public class KnowledgeBaseStatus : ConstantClass
{
    /// <summary>It can be used.</summary>
    public static readonly KnowledgeBaseStatus ACTIVE = new("ACTIVE");

    /// <summary>It could not be made.</summary>
    public static readonly KnowledgeBaseStatus CREATE_FAILED = new("CREATE_FAILED");

    /// <summary>It is being made.</summary>
    public static readonly KnowledgeBaseStatus CREATE_IN_PROGRESS = new("CREATE_IN_PROGRESS");

    /// <summary>It is deleted.</summary>
    public static readonly KnowledgeBaseStatus DELETED = new("DELETED");

    /// <summary>It could not be deleted.</summary>
    public static readonly KnowledgeBaseStatus DELETE_FAILED = new("DELETE_FAILED");

    /// <summary>It is being deleted.</summary>
    public static readonly KnowledgeBaseStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");

    /// <summary>Makes a constant; <see cref="FindValue"/> and the conversion from string reuse those that exist.</summary>
    /// <param name="value">The value on the wire.</param>
    public KnowledgeBaseStatus(string value)
        : base(value)
    {
    }

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static KnowledgeBaseStatus FindValue(string value) => FindValue<KnowledgeBaseStatus>(value);

    /// <summary>Finds the constant for a value, or makes one for a value that is new.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator KnowledgeBaseStatus(string value) => FindValue(value);
}
