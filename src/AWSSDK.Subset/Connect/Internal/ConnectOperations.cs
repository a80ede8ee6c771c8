using Amazon.Connect.Model;
using Amazon.RestJson;

namespace Amazon.Connect.Internal;

/// <summary>The operations of Amazon Connect that are used, as the service model describes them.</summary>
internal static class ConnectOperations
{
    internal static readonly RestJsonOperation<StartOutboundChatContactRequest, StartOutboundChatContactResponse> StartOutboundChatContact =
        new(
            ConnectService.Description,
            nameof(StartOutboundChatContact),
            "PUT",
            "/contact/outbound-chat",
            idempotencyToken: nameof(StartOutboundChatContactRequest.ClientToken));
}
