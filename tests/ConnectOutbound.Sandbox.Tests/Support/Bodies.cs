using System.Text.Json.Nodes;

namespace ConnectOutbound.Sandbox.Tests.Support;

/// <summary>Request bodies of StartOutboundChatContact.</summary>
internal static class Bodies
{
    public const string Source = "arn:aws:connect:us-east-1:123456789012:phone-number/aaaaaaaa-0000-0000-0000-000000000001";
    public const string Destination = "+12065550100";
    public const string InstanceId = "11111111-2222-3333-4444-555555555555";
    public const string FlowId = "f0000000-0000-0000-0000-000000000001";

    /// <summary>The required members alone.</summary>
    public static JsonObject Minimal(string? token = null, string instanceId = InstanceId)
    {
        var body = new JsonObject
        {
            ["SourceEndpoint"] = new JsonObject { ["Type"] = "CONNECT_PHONENUMBER_ARN", ["Address"] = Source },
            ["DestinationEndpoint"] = new JsonObject { ["Type"] = "TELEPHONE_NUMBER", ["Address"] = Destination },
            ["InstanceId"] = instanceId,
            ["ContactFlowId"] = FlowId,
            ["SegmentAttributes"] = new JsonObject { ["connect:Subtype"] = Text("connect:SMS") },
        };
        if (token is not null)
        {
            body["ClientToken"] = token;
        }

        return body;
    }

    /// <summary>Every member but the second message.</summary>
    public static JsonObject Full(string? token = "token-1")
    {
        JsonObject body = Minimal(token);
        body["SegmentAttributes"]!["priority"] = new JsonObject { ["ValueInteger"] = 3 };
        body["SegmentAttributes"]!["order"] = new JsonObject { ["ValueMap"] = new JsonObject { ["id"] = Text("A-1") } };
        body["Attributes"] = new JsonObject { ["OrderId"] = "480001", ["Language"] = "日本語" };
        body["ChatDurationInMinutes"] = 60;
        body["ParticipantDetails"] = new JsonObject { ["DisplayName"] = "Björn" };
        body["InitialSystemMessage"] = new JsonObject { ["ContentType"] = "text/plain", ["Content"] = "Your order is ready 📦" };
        body["RelatedContactId"] = "99999999-0000-0000-0000-000000000001";
        body["SupportedMessagingContentTypes"] = new JsonArray("text/plain", "text/markdown");
        return body;
    }

    public static JsonObject Template(string id = "7777:$LATEST") => new()
    {
        ["KnowledgeBaseId"] = "kb-1",
        ["MessageTemplateId"] = id,
        ["TemplateAttributes"] = new JsonObject
        {
            ["CustomAttributes"] = new JsonObject { ["FirstName"] = "Ana" },
            ["CustomerProfileAttributes"] = """{"FirstName":"Ana"}""",
        },
    };

    public static JsonObject Text(string value) => new() { ["ValueString"] = value };
}
