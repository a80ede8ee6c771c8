using Amazon.QConnect.Model;

namespace ConnectOutbound.Engine.Templates;

/// <summary>A message template of Amazon Connect as a sender sees it: its text, and which values it needs.</summary>
/// <remarks>
/// What the service would leave uninterpolated is worked out here without asking it, so that each row of a file can be told. Where the text has conditions
/// (<see cref="HasLogic"/>), or its variables are written in a way that is not documented, <see cref="TemplateRenderer"/> has the last word.
/// </remarks>
public sealed class MessageTemplateText
{
    private MessageTemplateText(string content, IReadOnlyList<TemplateVariable> variables, bool hasLogic)
    {
        Content = content;
        Variables = variables;
        HasLogic = hasLogic;
    }

    /// <summary>The text, with its variables in braces.</summary>
    public string Content { get; }

    /// <summary>The variables, each once, in the order of their first appearance.</summary>
    public IReadOnlyList<TemplateVariable> Variables { get; }

    /// <summary>Whether the text has blocks or helpers. Variables that appear nowhere else are never missing.</summary>
    public bool HasLogic { get; }

    /// <summary>The channel that it is for, as the service names it; null where it does not say.</summary>
    public string? ChannelName { get; private init; }

    /// <summary>For WhatsApp: VALID, INVALID or REJECTED; null for SMS.</summary>
    public string? SourceStatus { get; private init; }

    /// <summary>Why WhatsApp does not take it.</summary>
    public string? SourceStatusReason { get; private init; }

    /// <summary>Reads a template.</summary>
    /// <param name="template">What the service answers.</param>
    /// <returns>The template.</returns>
    public static MessageTemplateText Of(ExtendedMessageTemplateData template)
    {
        ArgumentNullException.ThrowIfNull(template);
        WhatsAppMessageTemplateSourceConfigurationSummary? source = template.SourceConfigurationSummary?.WhatsApp;
        MessageTemplateText text = Parse(ContentOf(template.Content) ?? "", template.DefaultAttributes, source?.Components);
        return new MessageTemplateText(text.Content, text.Variables, text.HasLogic)
        {
            ChannelName = template.ChannelSubtype?.Value,
            SourceStatus = source?.Status?.Value,
            SourceStatusReason = source?.StatusReason,
        };
    }

    /// <summary>Reads a text.</summary>
    /// <param name="content">The text.</param>
    /// <param name="defaults">The template's own values for its variables.</param>
    /// <param name="components">For WhatsApp: what the parameters there are filled with.</param>
    /// <returns>The template.</returns>
    public static MessageTemplateText Parse(string content, MessageTemplateAttributes? defaults = null, IEnumerable<string>? components = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var scanner = new TemplateScanner();
        scanner.Scan(content);
        foreach (string component in components ?? [])
            scanner.Scan(component);
        var values = new TemplateDefaults(defaults);
        return new MessageTemplateText(content, [.. scanner.Variables.Select(variable => variable with { Default = values.Find(variable) })], scanner.HasLogic);
    }

    /// <summary>Says which needed values a message lacks. Empty values count as absent: RenderMessageTemplate takes none.</summary>
    /// <param name="customAttributes">The message's custom attributes.</param>
    /// <param name="customerProfileJson">The message's customer profile attributes: a JSON object.</param>
    /// <returns>
    /// The variables that would stay as they are, braces and all. Those that only the service can fill, system's and agent's, are never among them.
    /// </returns>
    public IReadOnlyList<TemplateVariable> Missing(IReadOnlyDictionary<string, string>? customAttributes, string? customerProfileJson)
    {
        List<TemplateVariable>? missing = null;
        ProfileJson? profile = null;
        foreach (TemplateVariable variable in Variables)
        {
            if (!variable.IsRequired)
                continue;
            string? value = variable.Kind == TemplateVariableKind.Custom
                ? customAttributes?.GetValueOrDefault(variable.Name)
                : (profile ??= new ProfileJson(customerProfileJson)).Find(variable.Path);
            if (string.IsNullOrEmpty(value))
                (missing ??= []).Add(variable);
        }

        return missing is null ? [] : missing;
    }

    /// <summary>The text in a content.</summary>
    /// <param name="content">What the service answers.</param>
    /// <returns>The text of the one member that is set; null where it has none.</returns>
    internal static string? ContentOf(MessageTemplateContentProvider? content) =>
        content?.Sms?.Body?.PlainText?.Content ?? content?.WhatsApp?.Data ?? content?.Email?.Body?.PlainText?.Content;
}
