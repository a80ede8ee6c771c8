using System.Text.Json.Serialization;
using Amazon.Connect.Model;

namespace Amazon.Connect.Internal;

/// <summary>The generated descriptions of the requests and responses: JSON names are the members' names.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(EndpointTypeConverter)])]
[JsonSerializable(typeof(StartOutboundChatContactRequest))]
[JsonSerializable(typeof(StartOutboundChatContactResponse))]
internal sealed partial class ConnectJsonContext : JsonSerializerContext;
