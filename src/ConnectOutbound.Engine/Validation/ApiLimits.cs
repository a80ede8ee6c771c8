namespace ConnectOutbound.Engine.Validation;

/// <summary>The limits of StartOutboundChatContact (API reference, API version 2017-08-08). Lengths are in Unicode characters.</summary>
internal static class ApiLimits
{
    public const int EndpointAddress = 256;
    public const int InstanceId = 100;
    public const int ContactFlowId = 500;
    public const int SegmentAttributeName = 128;
    public const int SegmentAttributeValue = 1024;
    public const int AttributeBytes = 32_768;
    public const int MinChatMinutes = 60;
    public const int MaxChatMinutes = 10_080;
    public const int DisplayName = 256;
    public const int KnowledgeBaseId = 500;
    public const int MessageTemplateId = 500;
    public const int RelatedContactId = 256;
    public const int SupportedContentType = 100;
    public const int ClientToken = 500;

    public const string PlainText = "text/plain";

    /// <summary>The content types of an initial message, with the length that each may have.</summary>
    public static IReadOnlyDictionary<string, int> MessageLengths { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [PlainText] = 1024,
        ["text/markdown"] = 1024,
        ["application/json"] = 12_000,
        ["application/vnd.amazonaws.connect.message.interactive.response"] = 12_288,
    };
}
