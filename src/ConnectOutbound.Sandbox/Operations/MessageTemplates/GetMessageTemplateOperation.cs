using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.State;
using ConnectOutbound.Sandbox.Templates;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>GetMessageTemplate: answers a template with its content.</summary>
internal sealed class GetMessageTemplateOperation(TemplateStore store, TokenBucket quota)
    : TemplateOperation("GetMessageTemplate", "GET", "/knowledgeBases/{knowledgeBaseId}/messageTemplates/{messageTemplateId}", store, quota)
{
    protected override HttpResponse Answer(OperationCall call) => WithTemplate(call, (template, qualifier) => ServiceResponse.Ok(writer =>
    {
        writer.WriteStartObject("messageTemplate");
        TemplateJson.WriteHead(writer, template, qualifier);
        TemplateJson.WriteContent(writer, template, template.Public.Content);
        TemplateJson.WriteVersion(writer, template);
        TemplateJson.WriteDefaults(writer, template.Defaults);
        writer.WriteStartArray("attributeTypes");
        foreach (string kind in template.AttributeTypes)
        {
            writer.WriteStringValue(kind);
        }

        writer.WriteEndArray();
        writer.WriteString("messageTemplateContentSha256", template.ContentSha256);
        writer.WriteEndObject();
    }));
}
