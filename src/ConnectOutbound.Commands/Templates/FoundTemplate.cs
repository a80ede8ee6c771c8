using Amazon.QConnect;
using Amazon.QConnect.Model;
using ConnectOutbound.Engine.Templates;

namespace ConnectOutbound.Commands.Templates;

/// <summary>Makes what scripts see of what the service answers.</summary>
internal static class FoundTemplate
{
    /// <summary>The channel of contacts that a template is for.</summary>
    /// <param name="subtype">What the service says.</param>
    /// <returns>The channel; null for e-mail, push notifications and what is new.</returns>
    public static OutboundChannel? ChannelOf(ChannelSubtype? subtype) =>
        subtype == ChannelSubtype.SMS ? OutboundChannel.SMS : subtype == ChannelSubtype.WHATSAPP ? OutboundChannel.WhatsApp : null;

    /// <summary>Makes the object.</summary>
    /// <param name="template">What the service answers.</param>
    /// <param name="channel">Its channel.</param>
    /// <returns>The object.</returns>
    public static OutboundTemplate Of(ExtendedMessageTemplateData template, OutboundChannel channel)
    {
        MessageTemplateText text = MessageTemplateText.Of(template);
        WhatsAppMessageTemplateSourceConfigurationSummary? source = template.SourceConfigurationSummary?.WhatsApp;
        return new OutboundTemplate
        {
            Name = template.Name ?? "",
            Channel = channel,
            Status = source?.Status?.Value,
            StatusReason = source?.StatusReason,
            Attribute = [.. text.Variables.Where(variable => variable.IsRequired).Select(variable => variable.Column!)],
            OptionalAttribute = [.. text.Variables.Where(variable => !variable.IsRequired).Select(variable => variable.Column).OfType<string>()],
            KnowledgeBaseId = template.KnowledgeBaseId ?? "",
            MessageTemplateId = template.MessageTemplateId ?? "",
            Version = template.VersionNumber,
            IsActive = template.IsActive,
            Language = template.Language,
            Content = text.Content,
            Description = template.Description,
            Arn = template.MessageTemplateArn,
            LastModifiedAt = template.LastModifiedTime is DateTime modified ? new DateTimeOffset(modified.ToUniversalTime()) : null,
        };
    }
}
