using System.Globalization;
using System.Text.Json;
using ConnectOutbound.Sandbox.Templates;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>Writes templates as the answers hold them.</summary>
internal static class TemplateJson
{
    /// <summary>The members that every description of a template has.</summary>
    public static void WriteHead(Utf8JsonWriter writer, StoredTemplate template, string qualifier = "")
    {
        SandboxTemplate shown = template.Public;
        string created = shown.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        writer.WriteString("messageTemplateArn", qualifier.Length == 0 ? shown.Arn : $"{shown.Arn}:{qualifier}");
        writer.WriteString("messageTemplateId", shown.MessageTemplateId);
        writer.WriteString("knowledgeBaseArn", TemplateStore.KnowledgeBaseArn);
        writer.WriteString("knowledgeBaseId", TemplateStore.KnowledgeBaseId);
        writer.WriteString("name", shown.Name);
        writer.WriteString("channelSubtype", template.ChannelSubtype);
        writer.WriteString("createdTime", created);
        writer.WriteString("lastModifiedTime", created);
        writer.WriteString("lastModifiedBy", TemplateStore.Author);
    }

    /// <summary>The one version of a template.</summary>
    public static void WriteVersion(Utf8JsonWriter writer, StoredTemplate template)
    {
        writer.WriteBoolean("isActive", true);
        writer.WriteNumber("versionNumber", 1);
        writer.WriteString("language", "en_US");
        WriteSource(writer, template);
    }

    public static void WriteSource(Utf8JsonWriter writer, StoredTemplate template)
    {
        if (template.Public.Status is not { } status)
        {
            return;
        }

        writer.WriteStartObject("sourceConfigurationSummary");
        writer.WriteStartObject("whatsApp");
        writer.WriteString("businessAccountId", "waba-5a6b7c8d9e0f");
        writer.WriteString("templateId", "104857600042");
        writer.WriteString("name", template.WhatsAppName);
        writer.WriteString("language", "en_US");
        writer.WriteString("status", status);
        if (template.StatusReason is { } reason)
        {
            writer.WriteString("statusReason", reason);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteContent(Utf8JsonWriter writer, StoredTemplate template, string text)
    {
        writer.WriteStartObject("content");
        if (template.Public.Channel == OutboundChannel.WhatsApp)
        {
            writer.WriteStartObject("whatsApp");
            writer.WriteString("data", text);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStartObject("sms");
            writer.WriteStartObject("body");
            writer.WriteStartObject("plainText");
            writer.WriteString("content", text);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    public static void WriteDefaults(Utf8JsonWriter writer, TemplateValues defaults)
    {
        ILookup<string, (string Name, string Value)> kinds = defaults.All.ToLookup(entry => entry.Key.Kind, entry => (entry.Key.Name, entry.Value));
        if (kinds.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("defaultAttributes");
        WriteMap(writer, "customAttributes", kinds[SandboxTemplateVariable.Custom]);
        WriteMap(writer, "agentAttributes", kinds[SandboxTemplateVariable.Agent].Select(Small));
        if (kinds[SandboxTemplateVariable.Profile].Any())
        {
            ILookup<bool, (string Name, string Value)> profile = kinds[SandboxTemplateVariable.Profile].ToLookup(
                entry => entry.Name.StartsWith(SandboxTemplateVariable.OwnPrefix, StringComparison.Ordinal));
            writer.WriteStartObject("customerProfileAttributes");
            WriteEntries(writer, profile[false].Select(Small));
            WriteMap(writer, "custom", profile[true].Select(entry => (entry.Name[SandboxTemplateVariable.OwnPrefix.Length..], entry.Value)));
            writer.WriteEndObject();
        }

        WriteMap(writer, "systemAttributes", kinds[SandboxTemplateVariable.System].Where(entry => entry.Name == "Name").Select(Small));
        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, string name, IEnumerable<(string Name, string Value)> entries)
    {
        if (!entries.Any())
        {
            return;
        }

        writer.WriteStartObject(name);
        WriteEntries(writer, entries);
        writer.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter writer, IEnumerable<(string Name, string Value)> entries)
    {
        foreach ((string name, string value) in entries)
        {
            writer.WriteString(name, value);
        }
    }

    private static (string Name, string Value) Small((string Name, string Value) entry) =>
        (char.ToLowerInvariant(entry.Name[0]) + entry.Name[1..], entry.Value);
}
