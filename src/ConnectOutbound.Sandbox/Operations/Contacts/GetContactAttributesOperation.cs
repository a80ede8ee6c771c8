using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations.Contacts;

/// <summary>GetContactAttributes: answers the attributes of a contact, ended or not.</summary>
internal sealed class GetContactAttributesOperation(ContactLedger ledger, ResourceStore directory, TokenBucket quota)
    : ContactOperation("GetContactAttributes", "GET", "/contact/attributes/{InstanceId}/{InitialContactId}", ledger, directory, quota)
{
    protected override HttpResponse Answer(OperationCall call) => InInstance(call.PathValues["InstanceId"], instanceId =>
    {
        string contactId = call.PathValues["InitialContactId"];
        return Ledger.Find(contactId, instanceId) is { } contact
            ? ServiceResponse.Ok(writer => ContactAttributes.Write(writer, contact.Attributes))
            : NoContact(contactId);
    });
}
