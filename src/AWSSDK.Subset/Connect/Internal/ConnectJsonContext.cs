using System.Text.Json.Serialization;
using Amazon.Connect.Model;
using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>The generated descriptions of the requests and responses: JSON names are the members' names.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(ChannelConverter),
        typeof(ContactFlowStateConverter),
        typeof(ContactFlowStatusConverter),
        typeof(ContactFlowTypeConverter),
        typeof(ContactInitiationMethodConverter),
        typeof(DirectoryTypeConverter),
        typeof(EndpointTypeConverter),
        typeof(InstanceStatusConverter),
        typeof(LenientTimestampConverter),
        typeof(PhoneNumberCountryCodeConverter),
        typeof(PhoneNumberTypeConverter),
    ])]
[JsonSerializable(typeof(DescribeContactRequest))]
[JsonSerializable(typeof(DescribeContactResponse))]
[JsonSerializable(typeof(ListContactFlowsRequest))]
[JsonSerializable(typeof(ListContactFlowsResponse))]
[JsonSerializable(typeof(ListInstancesRequest))]
[JsonSerializable(typeof(ListInstancesResponse))]
[JsonSerializable(typeof(ListPhoneNumbersV2Request))]
[JsonSerializable(typeof(ListPhoneNumbersV2Response))]
[JsonSerializable(typeof(StartOutboundChatContactRequest))]
[JsonSerializable(typeof(StartOutboundChatContactResponse))]
[JsonSerializable(typeof(StopContactRequest))]
[JsonSerializable(typeof(StopContactResponse))]
internal sealed partial class ConnectJsonContext : JsonSerializerContext;
