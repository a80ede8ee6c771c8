using System.Text.Json;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Operations.StartOutboundChat;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations.Contacts;

/// <summary>DescribeContact: answers what a contact is and whether it has ended. Like the service, it does not tell whether a message was delivered.</summary>
internal sealed class DescribeContactOperation(ContactLedger ledger, ResourceStore directory, TokenBucket quota)
    : ContactOperation("DescribeContact", "GET", "/contacts/{InstanceId}/{ContactId}", ledger, directory, quota)
{
    protected override HttpResponse Answer(OperationCall call) => InInstance(call.PathValues["InstanceId"], instanceId =>
    {
        string contactId = call.PathValues["ContactId"];
        return Ledger.Find(contactId, instanceId) is { } contact
            ? ServiceResponse.Ok(writer => Write(writer, contact))
            : NoContact(contactId);
    });

    private static void Write(Utf8JsonWriter writer, ContactState contact)
    {
        using JsonDocument request = JsonDocument.Parse(contact.Record.Body);
        writer.WriteStartObject("Contact");
        writer.WriteString("Arn", Arns.Contact(contact.InstanceId, contact.Record.ContactId));
        writer.WriteString("Id", contact.Record.ContactId);
        writer.WriteString("InitiationMethod", "API");
        writer.WriteString("Channel", "CHAT");
        if (Json.Text(request.RootElement, "RelatedContactId") is { } related)
        {
            writer.WriteString("RelatedContactId", related);
        }

        WriteTimes(writer, contact);
        WriteEndpoint(writer, "CustomerEndpoint", "TELEPHONE_NUMBER", contact.Record.Destination);
        WriteEndpoint(writer, "SystemEndpoint", "CONNECT_PHONENUMBER_ARN", contact.Record.Source);
        writer.WritePropertyName("SegmentAttributes");
        request.RootElement.GetProperty("SegmentAttributes").WriteTo(writer);
        if (contact.Attributes.Count > 0)
        {
            writer.WriteStartObject("Attributes");
            foreach ((string name, string value) in contact.Attributes)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter writer, ContactState contact)
    {
        writer.WriteTime("InitiationTimestamp", contact.StartedAt);
        writer.WriteTime("ConnectedToSystemTimestamp", contact.StartedAt);
        writer.WriteTime("LastUpdateTimestamp", contact.UpdatedAt);
        if (contact.EndedAt is { } ended)
        {
            writer.WriteTime("DisconnectTimestamp", ended);
        }

        if (contact.DisconnectReason is { } reason)
        {
            writer.WriteString("DisconnectReason", reason);
        }
    }

    private static void WriteEndpoint(Utf8JsonWriter writer, string name, string type, string address)
    {
        writer.WriteStartObject(name);
        writer.WriteString("Type", type);
        writer.WriteString("Address", address);
        writer.WriteEndObject();
    }
}
