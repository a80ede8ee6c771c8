using Amazon.Connect.Model;
using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>The operations of Amazon Connect that are used, as the service model describes them.</summary>
/// <remarks>
/// Each is described when it is first called: what most processes call is one of them, and descriptions take time. Two threads may do it at once;
/// both are right.
/// </remarks>
internal static class ConnectOperations
{
    internal static RestJsonOperation<DescribeContactRequest, DescribeContactResponse> DescribeContact => field ??=
        new(ConnectService.Description, nameof(DescribeContact), "GET", "/contacts/{InstanceId}/{ContactId}");

    internal static RestJsonOperation<ListContactFlowsRequest, ListContactFlowsResponse> ListContactFlows => field ??=
        new(
            ConnectService.Description,
            nameof(ListContactFlows),
            "GET",
            "/contact-flows-summary/{InstanceId}?contactFlowTypes={ContactFlowTypes}&nextToken={NextToken}&maxResults={MaxResults}");

    internal static RestJsonOperation<ListInstancesRequest, ListInstancesResponse> ListInstances => field ??=
        new(ConnectService.Description, nameof(ListInstances), "GET", "/instance?nextToken={NextToken}&maxResults={MaxResults}");

    internal static RestJsonOperation<ListPhoneNumbersV2Request, ListPhoneNumbersV2Response> ListPhoneNumbersV2 => field ??=
        new(ConnectService.Description, nameof(ListPhoneNumbersV2), "POST", "/phone-number/list");

    internal static RestJsonOperation<StartOutboundChatContactRequest, StartOutboundChatContactResponse> StartOutboundChatContact => field ??=
        new(
            ConnectService.Description,
            nameof(StartOutboundChatContact),
            "PUT",
            "/contact/outbound-chat",
            idempotencyToken: nameof(StartOutboundChatContactRequest.ClientToken));

    internal static RestJsonOperation<StopContactRequest, StopContactResponse> StopContact => field ??=
        new(ConnectService.Description, nameof(StopContact), "POST", "/contact/stop");
}
