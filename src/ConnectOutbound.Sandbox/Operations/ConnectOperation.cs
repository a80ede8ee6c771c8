using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>
/// What the operations of Amazon Connect around the send have in common; see
/// https://docs.aws.amazon.com/connect/latest/APIReference/API_Operations_Amazon_Connect_Service.html.
/// </summary>
internal abstract class ConnectOperation(string name, string method, string path, ServiceTraits service, TokenBucket quota) : IOperation
{
    private static readonly StringShape s_instanceId = new(1, 100);
    private static readonly StringShape s_contactId = new(1, 256);

    public string Name { get; } = name;

    public ServiceTraits Service { get; } = service;

    public string Method { get; } = method;

    public PathTemplate Path { get; } = new(path);

    public TokenBucket Quota { get; } = quota;

    public RequestTraits Peek(OperationCall call) => default;

    public HttpResponse Execute(OperationCall call)
    {
        var faults = new ValidationFaults();
        foreach ((string member, string value) in call.PathValues)
        {
            (member == "InstanceId" ? s_instanceId : s_contactId).CheckText(value, member, faults);
        }

        Check(call, faults);
        return faults.Count > 0 ? ServiceResponse.Error(Service.Invalid(faults.Message())) : Answer(call);
    }

    /// <summary>Adds the faults of what is not in the path.</summary>
    protected virtual void Check(OperationCall call, ValidationFaults faults)
    {
    }

    /// <summary>Answers a valid request.</summary>
    protected abstract HttpResponse Answer(OperationCall call);

    protected static HttpResponse NoInstance(string instanceId) =>
        ServiceResponse.Error(SandboxError.NotFound($"The instance {ShortText.Shorten(instanceId, 100)} was not found."));
}
