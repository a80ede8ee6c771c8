using System.Text.Json;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;
using ConnectOutbound.Sandbox.Templates;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>RenderMessageTemplate: answers a template's text with values filled in, and which attributes had none.</summary>
internal sealed class RenderMessageTemplateOperation(TemplateStore store, TokenBucket quota)
    : TemplateOperation("RenderMessageTemplate", "POST", "/knowledgeBases/{knowledgeBaseId}/messageTemplates/{messageTemplateId}/render", store, quota)
{
    protected override void Check(OperationCall call, ValidationFaults faults) => TemplateModel.RenderRequest.Check(call.Body, "", faults);

    protected override HttpResponse Answer(OperationCall call) => WithTemplate(call, (template, _) =>
    {
        call.Body.TryGetProperty("attributes", out JsonElement attributes);
        (string text, IReadOnlyList<string> missing) = template.Render(TemplateValues.Of(attributes));
        return ServiceResponse.Ok(writer =>
        {
            TemplateJson.WriteContent(writer, template, text);
            TemplateJson.WriteSource(writer, template);
            writer.WriteStartArray("attributesNotInterpolated");
            foreach (string path in missing)
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
        });
    });
}
