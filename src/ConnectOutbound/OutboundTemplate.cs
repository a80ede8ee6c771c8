namespace ConnectOutbound;

/// <summary>A message template of Amazon Connect, for SMS or WhatsApp.</summary>
public sealed record OutboundTemplate
{
    /// <summary>Its name, unique in its knowledge base.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required OutboundChannel Channel { get; init; }

    /// <summary>Whether WhatsApp takes it: <c>VALID</c>, <c>INVALID</c> or <c>REJECTED</c>; null for text messages.</summary>
    public string? Status { get; init; }

    /// <summary>Why it has that status, as the service says.</summary>
    public string? StatusReason { get; init; }

    /// <summary>
    /// The columns that a row must have, or its message would show the braces: <c>Template.OrderId</c>, <c>Profile.FirstName</c>. What the service fills itself
    /// (agent, system) is left out.
    /// </summary>
    public required string[] Attribute { get; init; }

    /// <summary>The columns that a row may have: the template has a default for them, or does without.</summary>
    public required string[] OptionalAttribute { get; init; }

    /// <summary>The knowledge base that it is in; for -KnowledgeBaseId.</summary>
    public required string KnowledgeBaseId { get; init; }

    /// <summary>Its id; for -MessageTemplateId, with <c>:VERSION</c> behind it where another than the latest is meant.</summary>
    public required string MessageTemplateId { get; init; }

    /// <summary>The number of the version that is shown; null where the service gives none.</summary>
    public long? Version { get; init; }

    /// <summary>Whether that version is the active one; null where the service does not say.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The language, such as <c>en_US</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The text, with its variables in braces.</summary>
    public required string Content { get; init; }

    /// <summary>What it is for, in its author's words.</summary>
    public string? Description { get; init; }

    /// <summary>Its ARN.</summary>
    public string? Arn { get; init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTimeOffset? LastModifiedAt { get; init; }
}
