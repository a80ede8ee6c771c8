using System.Collections.ObjectModel;

namespace ConnectOutbound;

/// <summary>A message template that the sandbox has.</summary>
public sealed record SandboxTemplate
{
    /// <summary>Its name, unique in the sandbox.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required OutboundChannel Channel { get; init; }

    /// <summary>The text, with variables such as <c>{{Attributes.Custom.OrderId}}</c>.</summary>
    public required string Content { get; init; }

    /// <summary>Whether WhatsApp takes it: <c>VALID</c>, <c>INVALID</c> or <c>REJECTED</c>; null for text messages.</summary>
    public string? Status { get; init; }

    /// <summary>The values that are taken where a message gives none, by the variables' names.</summary>
    public IReadOnlyDictionary<string, string> DefaultAttributes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The knowledge base that it is in; for -KnowledgeBaseId.</summary>
    public required string KnowledgeBaseId { get; init; }

    /// <summary>Its id; for -MessageTemplateId.</summary>
    public required string MessageTemplateId { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>When it was added, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
