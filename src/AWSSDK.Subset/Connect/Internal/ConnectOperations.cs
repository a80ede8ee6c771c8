using Amazon.Connect.Model;
using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>The operations of Amazon Connect that are used, as the service model describes them.</summary>
internal static class ConnectOperations
{
    internal static readonly RestJsonOperation<DescribeContactRequest, DescribeContactResponse> DescribeContact =
        new(ConnectService.Description, nameof(DescribeContact), "GET", "/contacts/{InstanceId}/{ContactId}");

    internal static readonly RestJsonOperation<GetContactAttributesRequest, GetContactAttributesResponse> GetContactAttributes =
        new(ConnectService.Description, nameof(GetContactAttributes), "GET", "/contact/attributes/{InstanceId}/{InitialContactId}");

    internal static readonly RestJsonOperation<ListContactFlowsRequest, ListContactFlowsResponse> ListContactFlows =
        new(ConnectService.Description, nameof(ListContactFlows), "GET", "/contact-flows-summary/{InstanceId}?contactFlowTypes={ContactFlowTypes}&nextToken={NextToken}&maxResults={MaxResults}");

    internal static readonly RestJsonOperation<ListInstancesRequest, ListInstancesResponse> ListInstances =
        new(ConnectService.Description, nameof(ListInstances), "GET", "/instance?nextToken={NextToken}&maxResults={MaxResults}");

    internal static readonly RestJsonOperation<ListPhoneNumbersV2Request, ListPhoneNumbersV2Response> ListPhoneNumbersV2 =
        new(ConnectService.Description, nameof(ListPhoneNumbersV2), "POST", "/phone-number/list");

    internal static readonly RestJsonOperation<StartOutboundChatContactRequest, StartOutboundChatContactResponse> StartOutboundChatContact =
        new(
            ConnectService.Description,
            nameof(StartOutboundChatContact),
            "PUT",
            "/contact/outbound-chat",
            idempotencyToken: nameof(StartOutboundChatContactRequest.ClientToken));

    internal static readonly RestJsonOperation<StopContactRequest, StopContactResponse> StopContact =
        new(ConnectService.Description, nameof(StopContact), "POST", "/contact/stop");

    internal static readonly RestJsonOperation<UpdateContactAttributesRequest, UpdateContactAttributesResponse> UpdateContactAttributes =
        new(ConnectService.Description, nameof(UpdateContactAttributes), "POST", "/contact/attributes");
}
