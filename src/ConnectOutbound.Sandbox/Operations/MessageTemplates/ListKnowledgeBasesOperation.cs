using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;
using ConnectOutbound.Sandbox.Templates;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>ListKnowledgeBases: answers the one knowledge base of message templates.</summary>
internal sealed class ListKnowledgeBasesOperation(TemplateStore store, TokenBucket quota)
    : TemplateOperation("ListKnowledgeBases", "GET", "/knowledgeBases", store, quota)
{
    private static readonly string[] s_names = [TemplateStore.KnowledgeBaseName];

    protected override void Check(OperationCall call, ValidationFaults faults) => PageRequest.Read(call.Query, PageLimits.Templates, faults);

    protected override HttpResponse Answer(OperationCall call)
    {
        PageRequest page = PageRequest.Read(call.Query, PageLimits.Templates, new ValidationFaults());
        return ServiceResponse.Ok(writer => page.Write(writer, "knowledgeBaseSummaries", s_names, (item, name) =>
        {
            item.WriteString("knowledgeBaseId", TemplateStore.KnowledgeBaseId);
            item.WriteString("knowledgeBaseArn", TemplateStore.KnowledgeBaseArn);
            item.WriteString("name", name);
            item.WriteString("knowledgeBaseType", "MESSAGE_TEMPLATES");
            item.WriteString("status", "ACTIVE");
        }));
    }
}
