using ConnectOutbound.Sandbox.Shapes;

namespace ConnectOutbound.Sandbox.Operations.StartOutboundChat;

/// <summary>The request of StartOutboundChatContact as the service's model has it: members, types, lengths and ranges.</summary>
internal static class OutboundChatModel
{
    public static Shape Request { get; } = Build();

    private static StructureShape Build()
    {
        var endpoint = new StructureShape(
            "Endpoint",
            new Member("Type", new EnumShape("TELEPHONE_NUMBER", "VOIP", "CONTACT_FLOW", "CONNECT_PHONENUMBER_ARN", "EMAIL_ADDRESS"), IsRequired: true),
            new Member("Address", new StringShape(1, 256), IsRequired: true));
        var attributeMap = new MapShape(new StringShape(1, 32767), new StringShape(0, 32767));
        return new StructureShape(
            "StartOutboundChatContact",
            new Member("SourceEndpoint", endpoint, IsRequired: true),
            new Member("DestinationEndpoint", endpoint, IsRequired: true),
            new Member("InstanceId", new StringShape(1, 100), IsRequired: true),
            new Member("ContactFlowId", new StringShape(1, 500), IsRequired: true),
            new Member("SegmentAttributes", SegmentAttributeMap(), IsRequired: true),
            new Member("Attributes", attributeMap),
            new Member("ChatDurationInMinutes", new IntegerShape(60, 10080)),
            new Member("ParticipantDetails", new StructureShape(
                "ParticipantDetails",
                new Member("DisplayName", new StringShape(1, 256), IsRequired: true))),
            new Member("InitialSystemMessage", new StructureShape(
                "ChatMessage",
                new Member("ContentType", new StringShape(1, 100), IsRequired: true),
                new Member("Content", new StringShape(1, 16384), IsRequired: true))),
            new Member("InitialTemplatedSystemMessage", new StructureShape(
                "TemplatedMessageConfig",
                new Member("KnowledgeBaseId", new StringShape(1, 500), IsRequired: true),
                new Member("MessageTemplateId", new StringShape(1, 500), IsRequired: true),
                new Member("TemplateAttributes", new StructureShape(
                    "TemplateAttributes",
                    new Member("CustomAttributes", attributeMap),
                    new Member("CustomerProfileAttributes", new StringShape())), IsRequired: true))),
            new Member("RelatedContactId", new StringShape(1, 256)),
            new Member("SupportedMessagingContentTypes", new ListShape(new StringShape(1, 100))),
            new Member("ClientToken", new StringShape(0, 500)));
    }

    private static MapShape SegmentAttributeMap()
    {
        // A value may hold a map or a list of such values: the shape refers to itself.
        var name = new StringShape(1, 128);
        StructureShape? value = null;
        var inner = new DeferredShape(() => value!);
        value = new StructureShape(
            "SegmentAttributeValue",
            new Member("ValueString", new StringShape(0, 1024)),
            new Member("ValueMap", new MapShape(name, inner)),
            new Member("ValueInteger", new IntegerShape()),
            new Member("ValueList", new ListShape(inner)),
            new Member("ValueArn", new StringShape(0, 1024)));
        return new MapShape(name, value);
    }
}
