using System.Collections.ObjectModel;
using System.Text;
using System.Text.Json;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Operations.StartOutboundChat;
using ConnectOutbound.Sandbox.Resources;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>StartOutboundChatContact: starts an outbound SMS or WhatsApp contact.</summary>
internal sealed class StartOutboundChatContactOperation : IOperation
{
    private const int DefaultChatMinutes = 1500;

    private readonly SandboxOptions _options;
    private readonly ContactLedger _ledger;
    private readonly ResourceStore _directory;

    public StartOutboundChatContactOperation(SandboxOptions options, TokenBucket quota, ContactLedger ledger, ResourceStore directory)
    {
        _options = options;
        _ledger = ledger;
        _directory = directory;
        Quota = quota;
    }

    public string Name => "StartOutboundChatContact";

    public ServiceTraits Service => ServiceTraits.Connect;

    public string Method => "PUT";

    public PathTemplate Path { get; } = new("/contact/outbound-chat");

    public TokenBucket Quota { get; }

    public RequestTraits Peek(OperationCall call) =>
        new(Json.Text(call.Body, "DestinationEndpoint", "Address"), Json.Text(call.Body, "ClientToken"));

    public HttpResponse Execute(OperationCall call)
    {
        var faults = new ValidationFaults();
        OutboundChatModel.Request.Check(call.Body, "", faults);
        ResourceId.Check(call.Body, faults);
        EndpointConstraints.Check(call.Body, faults);
        AttributeConstraints.Check(call.Body, faults);
        MessageConstraints.Check(call.Body, _options.AllowBothMessages, faults);
        return faults.Count > 0
            ? ServiceResponse.Error(Service.Invalid(faults.Message()))
            : Start(call);
    }

    private HttpResponse Start(OperationCall call)
    {
        string instanceId = ResourceId.Of(Json.Text(call.Body, "InstanceId")!);
        string flowId = ResourceId.Of(Json.Text(call.Body, "ContactFlowId")!);
        if (_options.InstanceIds is not null && !_directory.HasInstance(instanceId))
        {
            return ServiceResponse.Error(SandboxError.NotFound($"The instance {instanceId} was not found."));
        }

        if (_options.ContactFlowIds is not null && !_directory.HasFlow(flowId))
        {
            return ServiceResponse.Error(SandboxError.NotFound($"The flow {flowId} was not found in the instance {instanceId}."));
        }

        var contactId = Guid.NewGuid();
        Guid? started = _ledger.Start(new ContactStart
        {
            ContactId = contactId,
            InstanceId = instanceId,
            ClientToken = Json.Text(call.Body, "ClientToken"),
            ChatDuration = TimeSpan.FromMinutes(ChatMinutes(call.Body)),
            Record = _options.KeepBodies ? Record(call, contactId) : null,
        });
        return started is { } answered
            ? ServiceResponse.Ok("ContactId", answered.ToString())
            : ServiceResponse.Error(SandboxError.ChatsFull);
    }

    private static int ChatMinutes(JsonElement body) =>
        body.TryGetProperty("ChatDurationInMinutes", out JsonElement minutes) && minutes.ValueKind == JsonValueKind.Number
            ? minutes.GetInt32()
            : DefaultChatMinutes;

    private static SandboxContact Record(OperationCall call, Guid contactId) => new()
    {
        ContactId = contactId.ToString(),
        Destination = Json.Text(call.Body, "DestinationEndpoint", "Address")!,
        Source = Json.Text(call.Body, "SourceEndpoint", "Address")!,
        Subtype = Json.Text(Json.Object(call.Body, "SegmentAttributes")!.Value, "connect:Subtype", "ValueString")!,
        Message = Json.Text(call.Body, "InitialSystemMessage", "Content"),
        Attributes = Attributes(call.Body),
        InstanceId = Json.Text(call.Body, "InstanceId")!,
        ContactFlowId = Json.Text(call.Body, "ContactFlowId")!,
        ClientToken = Json.Text(call.Body, "ClientToken"),
        ReceivedAt = call.ReceivedAt,
        AccessKeyId = call.AccessKeyId,
        Body = Encoding.UTF8.GetString(call.RawBody.Span),
    };

    private static ReadOnlyDictionary<string, string> Attributes(JsonElement body)
    {
        if (Json.Object(body, "Attributes") is not { } attributes)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var copy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (JsonProperty attribute in attributes.EnumerateObject())
        {
            copy[attribute.Name] = attribute.Value.GetString()!;
        }

        return copy.AsReadOnly();
    }
}
