using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Operations.StartOutboundChat;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations.Contacts;

/// <summary>StopContact: ends a contact, whose chat then no longer counts against the quota of active chats.</summary>
/// <remarks>
/// The API reference says of ContactNotFoundException that it applies to calls and not to chats, and nothing of what a chat that has ended answers
/// instead. The sandbox answers it for chats, too.
/// </remarks>
internal sealed class StopContactOperation(ContactLedger ledger, ResourceStore directory, TokenBucket quota)
    : ContactOperation("StopContact", "POST", "/contact/stop", ledger, directory, quota)
{
    private static readonly StructureShape s_request = new(
        "StopContact",
        new Member("ContactId", new StringShape(1, 256), IsRequired: true),
        InstanceIdMember,
        new Member("DisconnectReason", new StructureShape("DisconnectReason", new Member("Code", new StringShape()))));

    protected override void Check(OperationCall call, ValidationFaults faults)
    {
        s_request.Check(call.Body, "", faults);
        if (Json.Text(call.Body, "DisconnectReason", "Code") is { } code)
        {
            faults.Add("DisconnectReason.Code", code, "Only contacts of outbound campaigns have a reason given");
        }
    }

    protected override HttpResponse Answer(OperationCall call) => InInstance(Json.Text(call.Body, "InstanceId")!, instanceId =>
    {
        string contactId = Json.Text(call.Body, "ContactId")!;
        return Ledger.End(contactId, instanceId, ContactState.StoppedByApi)
            ? ServiceResponse.Ok(_ => { })
            : ServiceResponse.Error(new SandboxError(
                410, "ContactNotFoundException", $"The contact {ShortText.Shorten(contactId, 100)} is not active or does not exist."));
    });
}
