using System.Text.Json.Serialization;
using Amazon.QConnect.Model;
using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>The generated descriptions of the requests and responses: JSON names are the members' names, beginning with a small letter.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(ChannelSubtypeConverter),
        typeof(KnowledgeBaseStatusConverter),
        typeof(KnowledgeBaseTypeConverter),
        typeof(MessageTemplateFilterOperatorConverter),
        typeof(MessageTemplateQueryOperatorConverter),
        typeof(WhatsAppSourceConfigurationStatusConverter),
        typeof(TimestampConverter),
    ])]
[JsonSerializable(typeof(GetMessageTemplateRequest))]
[JsonSerializable(typeof(GetMessageTemplateResponse))]
[JsonSerializable(typeof(ListKnowledgeBasesRequest))]
[JsonSerializable(typeof(ListKnowledgeBasesResponse))]
[JsonSerializable(typeof(ListMessageTemplatesRequest))]
[JsonSerializable(typeof(ListMessageTemplatesResponse))]
[JsonSerializable(typeof(RenderMessageTemplateRequest))]
[JsonSerializable(typeof(RenderMessageTemplateResponse))]
[JsonSerializable(typeof(SearchMessageTemplatesRequest))]
[JsonSerializable(typeof(SearchMessageTemplatesResponse))]
internal sealed partial class QConnectJsonContext : JsonSerializerContext;
