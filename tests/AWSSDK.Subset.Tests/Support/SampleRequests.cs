using Amazon.Connect;
using Amazon.Connect.Model;

namespace Amazon.Tests.Support;

/// <summary>Requests to send, and what they have to look like on the wire.</summary>
internal static class SampleRequests
{
    /// <summary>The JSON of <see cref="Complete"/>, in the shape of the service model.</summary>
    public const string CompleteJson = """
        {
          "SourceEndpoint": { "Type": "CONNECT_PHONENUMBER_ARN", "Address": "arn:aws:connect:eu-central-1:111122223333:phone-number/0a1b" },
          "DestinationEndpoint": { "Type": "TELEPHONE_NUMBER", "Address": "+12065550100" },
          "InstanceId": "11111111-2222-3333-4444-555555555555",
          "SegmentAttributes": {
            "connect:Subtype": { "ValueString": "connect:WhatsApp" },
            "Retries": { "ValueInteger": -2147483648 },
            "Owner": { "ValueArn": "arn:aws:iam::111122223333:role/sender" },
            "Nested": {
              "ValueMap": {
                "Numbers": { "ValueList": [ { "ValueInteger": 0 }, { "ValueList": [ { "ValueString": "deep" } ] }, { "ValueMap": {} } ] },
                "Empty": { "ValueList": [] }
              }
            }
          },
          "Attributes": { "FirstName": "Zoë", "Note": "says \"hi\"\n\ttwice \\ 🙂", "Empty": "" },
          "ContactFlowId": "99999999-8888-7777-6666-555555555555",
          "ChatDurationInMinutes": 60,
          "ParticipantDetails": { "DisplayName": "客户 & <Co>" },
          "InitialSystemMessage": { "ContentType": "text/plain", "Content": "Hello 'there'" },
          "InitialTemplatedSystemMessage": {
            "KnowledgeBaseId": "kb-1",
            "MessageTemplateId": "template-1:$LATEST",
            "TemplateAttributes": { "CustomAttributes": { "Code": "42" }, "CustomerProfileAttributes": "{\"firstName\":\"Zoë\"}" }
          },
          "RelatedContactId": "contact-0",
          "SupportedMessagingContentTypes": [ "text/plain", "text/markdown" ],
          "ClientToken": "token-1"
        }
        """;

    public static StartOutboundChatContactRequest Minimal() => new()
    {
        SourceEndpoint = new() { Type = EndpointType.CONNECT_PHONENUMBER_ARN, Address = "arn:aws:connect:eu-central-1:111122223333:phone-number/0a1b" },
        DestinationEndpoint = new() { Type = EndpointType.TELEPHONE_NUMBER, Address = "+12065550100" },
        InstanceId = "11111111-2222-3333-4444-555555555555",
        ContactFlowId = "99999999-8888-7777-6666-555555555555",
        SegmentAttributes = new() { ["connect:Subtype"] = new() { ValueString = "connect:SMS" } },
    };

    /// <summary>A request with every member that there is.</summary>
    public static StartOutboundChatContactRequest Complete()
    {
        var request = Minimal();
        request.SegmentAttributes = new()
        {
            ["connect:Subtype"] = new() { ValueString = "connect:WhatsApp" },
            ["Retries"] = new() { ValueInteger = int.MinValue },
            ["Owner"] = new() { ValueArn = "arn:aws:iam::111122223333:role/sender" },
            ["Nested"] = new()
            {
                ValueMap = new()
                {
                    ["Numbers"] = new()
                    {
                        ValueList = [new() { ValueInteger = 0 }, new() { ValueList = [new() { ValueString = "deep" }] }, new() { ValueMap = [] }],
                    },
                    ["Empty"] = new() { ValueList = [] },
                },
            },
        };
        request.Attributes = new() { ["FirstName"] = "Zoë", ["Note"] = "says \"hi\"\n\ttwice \\ 🙂", ["Empty"] = "" };
        request.ChatDurationInMinutes = 60;
        request.ParticipantDetails = new() { DisplayName = "客户 & <Co>" };
        request.InitialSystemMessage = new() { ContentType = "text/plain", Content = "Hello 'there'" };
        request.InitialTemplatedSystemMessage = new()
        {
            KnowledgeBaseId = "kb-1",
            MessageTemplateId = "template-1:$LATEST",
            TemplateAttributes = new() { CustomAttributes = new() { ["Code"] = "42" }, CustomerProfileAttributes = """{"firstName":"Zoë"}""" },
        };
        request.RelatedContactId = "contact-0";
        request.SupportedMessagingContentTypes = ["text/plain", "text/markdown"];
        request.ClientToken = "token-1";
        return request;
    }
}
