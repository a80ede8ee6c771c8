using System.Globalization;
using Amazon.Connect;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.ClientLoop;

/// <summary>The Subset client, with the configuration that the module gives it.</summary>
internal sealed class SubsetContacts(Uri url, int workers) : Contacts
{
    private readonly ContactConnection _connection = ContactConnection.Open(Settings(url), workers, TimeSpan.FromSeconds(30));

    public static ConnectionSettings Settings(Uri url) =>
        new() { EndpointUrl = url.AbsoluteUri, AccessKey = "AKIAEXAMPLE", SecretKey = "SECRET", Region = "us-east-1" };

    public override async Task StartAsync(int i)
    {
        StartOutboundChatContactResponse answer = await _connection.Client.StartOutboundChatContactAsync(new StartOutboundChatContactRequest
        {
            SourceEndpoint = new Endpoint { Type = EndpointType.CONNECT_PHONENUMBER_ARN, Address = Source },
            DestinationEndpoint = new Endpoint { Type = EndpointType.TELEPHONE_NUMBER, Address = Number(i) },
            InstanceId = Instance,
            ContactFlowId = Flow,
            SegmentAttributes = new Dictionary<string, SegmentAttributeValue> { ["connect:Subtype"] = new() { ValueString = "connect:SMS" } },
            Attributes = new Dictionary<string, string> { ["OrderId"] = i.ToString(CultureInfo.InvariantCulture) },
            InitialSystemMessage = new ChatMessage { ContentType = "text/plain", Content = Message(i) },
            ClientToken = Guid.NewGuid().ToString(),
        });
        if (string.IsNullOrEmpty(answer.ContactId))
            throw new InvalidOperationException("There is no ContactId.");
    }

    public override void Dispose() => _connection.Dispose();
}
