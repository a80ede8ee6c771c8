using System.Text.Json;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Operations.StartOutboundChat;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations.Contacts;

/// <summary>UpdateContactAttributes: sets attributes of a contact, ended or not; the others stay.</summary>
internal sealed class UpdateContactAttributesOperation(ContactLedger ledger, ResourceStore directory, TokenBucket quota)
    : ContactOperation("UpdateContactAttributes", "POST", "/contact/attributes", ledger, directory, quota)
{
    private static readonly StructureShape Request = new(
        "UpdateContactAttributes",
        new Member("InitialContactId", new StringShape(1, 256), IsRequired: true),
        InstanceIdMember,
        new Member("Attributes", new MapShape(new StringShape(1, 32767), new StringShape(0, 32767)), IsRequired: true));

    protected override void Check(OperationCall call, ValidationFaults faults)
    {
        Request.Check(call.Body, "", faults);
        if (Json.Object(call.Body, "Attributes") is { } attributes)
        {
            AttributeConstraints.CheckAttributes(attributes, faults);
        }
    }

    protected override HttpResponse Answer(OperationCall call) => InInstance(Json.Text(call.Body, "InstanceId")!, instanceId =>
    {
        string contactId = Json.Text(call.Body, "InitialContactId")!;
        JsonElement changes = call.Body.GetProperty("Attributes");
        return Ledger.SetAttributes(contactId, instanceId, attributes => ContactAttributes.With(attributes, changes, AttributeConstraints.MostAttributeBytes)) switch
        {
            null => NoContact(contactId),
            false => ServiceResponse.Error(Service.Invalid(
                $"The attributes of the contact would take more than {AttributeConstraints.MostAttributeBytes} bytes of UTF-8, names and values together.")),
            true => ServiceResponse.Ok(_ => { }),
        };
    });
}
