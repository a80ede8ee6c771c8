using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;
using ConnectOutbound.Sandbox.Templates;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>
/// What the operations on message templates have in common. They are those of Amazon Q in Connect, see
/// https://docs.aws.amazon.com/connect/latest/APIReference/API_Operations_Amazon_Q_Connect.html.
/// </summary>
internal abstract class TemplateOperation(string name, string method, string path, TemplateStore store, TokenBucket quota) : IOperation
{
    public string Name { get; } = name;

    public string Method { get; } = method;

    public PathTemplate Path { get; } = new(path);

    public TokenBucket Quota { get; } = quota;

    public ServiceTraits Service => ServiceTraits.Wisdom;

    protected TemplateStore Store { get; } = store;

    public RequestTraits Peek(OperationCall call) => default;

    public HttpResponse Execute(OperationCall call)
    {
        var faults = new ValidationFaults();
        if (call.PathValues.TryGetValue("knowledgeBaseId", out string? knowledgeBase))
        {
            TemplateIds.CheckPlain("knowledgeBaseId", knowledgeBase, faults);
        }

        if (call.PathValues.TryGetValue("messageTemplateId", out string? template))
        {
            TemplateIds.CheckQualified("messageTemplateId", template, faults);
        }

        Check(call, faults);
        if (faults.Count > 0)
        {
            return ServiceResponse.Error(Service.Invalid(faults.Message()));
        }

        return knowledgeBase is not null && TemplateIds.LastOf(knowledgeBase) != TemplateStore.KnowledgeBaseId
            ? ServiceResponse.Error(SandboxError.NotFound($"The knowledge base {knowledgeBase} was not found."))
            : Answer(call);
    }

    /// <summary>Adds the faults of what is not in the path.</summary>
    protected virtual void Check(OperationCall call, ValidationFaults faults)
    {
    }

    /// <summary>Answers a valid request; its knowledge base exists.</summary>
    protected abstract HttpResponse Answer(OperationCall call);

    /// <summary>Answers about the template that the path names, in the version that it names.</summary>
    protected HttpResponse WithTemplate(OperationCall call, Func<StoredTemplate, string, HttpResponse> answer)
    {
        (string id, string qualifier) = TemplateIds.Split(call.PathValues["messageTemplateId"]);
        return Store.Find(id) is { } template && qualifier is "$LATEST" or "$ACTIVE_VERSION" or "1"
            ? answer(template, qualifier)
            : ServiceResponse.Error(SandboxError.NotFound($"The message template {id}:{qualifier} was not found."));
    }
}
