using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace ConnectOutbound.ClientLoop;

/// <summary>The body of a request, written by hand.</summary>
internal static class ChatJson
{
    public static byte[] Of(int i)
    {
        var buffer = new ArrayBufferWriter<byte>(768);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteEndpoint(json, "SourceEndpoint", "CONNECT_PHONENUMBER_ARN", Contacts.Source);
            WriteEndpoint(json, "DestinationEndpoint", "TELEPHONE_NUMBER", Contacts.Number(i));
            json.WriteString("InstanceId", Contacts.Instance);
            json.WriteString("ContactFlowId", Contacts.Flow);
            json.WriteStartObject("SegmentAttributes");
            json.WriteStartObject("connect:Subtype");
            json.WriteString("ValueString", "connect:SMS");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("Attributes");
            json.WriteString("OrderId", i.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteStartObject("InitialSystemMessage");
            json.WriteString("ContentType", "text/plain");
            json.WriteString("Content", Contacts.Message(i));
            json.WriteEndObject();
            json.WriteString("ClientToken", Guid.NewGuid());
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteEndpoint(Utf8JsonWriter json, string name, string type, string address)
    {
        json.WriteStartObject(name);
        json.WriteString("Type", type);
        json.WriteString("Address", address);
        json.WriteEndObject();
    }
}
