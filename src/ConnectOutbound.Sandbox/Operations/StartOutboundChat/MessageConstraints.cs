using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Operations.StartOutboundChat;

/// <summary>What the contact says first: a text or a template; and what content types the chat can show.</summary>
internal static partial class MessageConstraints
{
    private const string PlainText = "text/plain";

    private static readonly Dictionary<string, StringShape> s_contentTypes = new(StringComparer.Ordinal)
    {
        [PlainText] = new(1, 1024),
        ["text/markdown"] = new(1, 1024),
        ["application/json"] = new(1, 12000),
        ["application/vnd.amazonaws.connect.message.interactive.response"] = new(1, 12288),
    };

    private static readonly string[] s_supportedTypes = [.. s_contentTypes.Keys, "application/vnd.amazonaws.connect.message.interactive"];

    public static void Check(JsonElement body, bool allowBothMessages, ValidationFaults faults)
    {
        JsonElement? message = Json.Object(body, "InitialSystemMessage");
        JsonElement? template = Json.Object(body, "InitialTemplatedSystemMessage");
        if (message is { } text)
        {
            CheckMessage(text, faults);
        }

        if (template is { } config)
        {
            CheckTemplate(config, faults);
        }

        if (message is not null && template is not null && !allowBothMessages)
        {
            faults.Add("InitialTemplatedSystemMessage", "Only one of InitialSystemMessage and InitialTemplatedSystemMessage may be given");
        }

        if (Json.List(body, "SupportedMessagingContentTypes") is { } types)
        {
            CheckSupportedTypes(types, faults);
        }
    }

    private static void CheckMessage(JsonElement message, ValidationFaults faults)
    {
        if (Json.Text(message, "ContentType") is not { Length: > 0 } type)
        {
            return;
        }

        if (!s_contentTypes.TryGetValue(type, out StringShape? content))
        {
            faults.Add("InitialSystemMessage.ContentType", type, $"Member must be one of {string.Join(", ", s_contentTypes.Keys)}");
            return;
        }

        if (type != PlainText)
        {
            faults.Add("InitialSystemMessage.ContentType", type, $"SMS and WhatsApp contacts carry {PlainText} only");
        }

        if (Json.Text(message, "Content") is { Length: > 0 } text)
        {
            content.CheckText(text, "InitialSystemMessage.Content", faults);
        }
    }

    private static void CheckTemplate(JsonElement template, ValidationFaults faults)
    {
        if (Json.Text(template, "MessageTemplateId") is { Length: > 0 } id && !TemplateId().IsMatch(id))
        {
            faults.Add("InitialTemplatedSystemMessage.MessageTemplateId", id,
                "Member must be an id or an ARN, with :VERSION, :$ACTIVE_VERSION or :$LATEST behind it or nothing");
        }

        if (Json.Text(template, "TemplateAttributes", "CustomerProfileAttributes") is { } profile && !IsJsonObject(profile))
        {
            faults.Add("InitialTemplatedSystemMessage.TemplateAttributes.CustomerProfileAttributes", "Member must be a string that holds a JSON object");
        }
    }

    private static void CheckSupportedTypes(JsonElement types, ValidationFaults faults)
    {
        bool hasPlainText = false;
        foreach (JsonElement element in types.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.String)
            {
                continue;
            }

            string type = element.GetString()!;
            hasPlainText |= type == PlainText;
            if (type.Length > 0 && !s_supportedTypes.Contains(type))
            {
                faults.Add("SupportedMessagingContentTypes", type, $"Each must be one of {string.Join(", ", s_supportedTypes)}");
            }
        }

        if (!hasPlainText)
        {
            faults.Add("SupportedMessagingContentTypes", $"Member must contain {PlainText}");
        }
    }

    private static bool IsJsonObject(string text)
    {
        using JsonDocument? document = text.Length == 0 ? null : RequestBody.Parse(Encoding.UTF8.GetBytes(text), out _);
        return document is not null;
    }

    [GeneratedRegex(@"^(arn:aws[a-z-]*:[a-z-]+:[a-z0-9-]+:[0-9]{12}:message-template/)?[A-Za-z0-9/_-]+(:([0-9]+|\$ACTIVE_VERSION|\$LATEST))?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex TemplateId();
}
