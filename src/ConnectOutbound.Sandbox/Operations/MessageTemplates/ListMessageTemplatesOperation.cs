using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;
using ConnectOutbound.Sandbox.Templates;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>ListMessageTemplates: answers all templates without their content, oldest first.</summary>
internal sealed class ListMessageTemplatesOperation(TemplateStore store, TokenBucket quota)
    : TemplateOperation("ListMessageTemplates", "GET", "/knowledgeBases/{knowledgeBaseId}/messageTemplates", store, quota)
{
    protected override void Check(OperationCall call, ValidationFaults faults) => PageRequest.Read(call.Query, PageLimits.Templates, faults);

    protected override HttpResponse Answer(OperationCall call)
    {
        PageRequest page = PageRequest.Read(call.Query, PageLimits.Templates, new ValidationFaults());
        return ServiceResponse.Ok(writer => page.Write(writer, "messageTemplateSummaries", Store.Snapshot(), (item, template) =>
        {
            TemplateJson.WriteHead(item, template);
            item.WriteNumber("activeVersionNumber", 1);
        }));
    }
}
