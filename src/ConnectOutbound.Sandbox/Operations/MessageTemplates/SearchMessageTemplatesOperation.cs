using System.Text.Json;
using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.Operations.StartOutboundChat;
using ConnectOutbound.Sandbox.Shapes;
using ConnectOutbound.Sandbox.State;
using ConnectOutbound.Sandbox.Templates;

namespace ConnectOutbound.Sandbox.Operations.MessageTemplates;

/// <summary>
/// SearchMessageTemplates: answers the templates that match, oldest first. The service orders them by how well they match, and compares words; here
/// the value stands somewhere in the field, without regard to case.
/// </summary>
internal sealed class SearchMessageTemplatesOperation(TemplateStore store, TokenBucket quota)
    : TemplateOperation("SearchMessageTemplates", "POST", "/knowledgeBases/{knowledgeBaseId}/search/messageTemplates", store, quota)
{
    protected override void Check(OperationCall call, ValidationFaults faults)
    {
        PageRequest.Read(call.Query, PageLimits.Templates, faults);
        TemplateModel.SearchRequest.Check(call.Body, "", faults);
    }

    protected override HttpResponse Answer(OperationCall call)
    {
        PageRequest page = PageRequest.Read(call.Query, PageLimits.Templates, new ValidationFaults());
        JsonElement expression = call.Body.GetProperty("searchExpression");
        StoredTemplate[] found = [.. Store.Snapshot().Where(template =>
            Every(expression, "queries", condition => Matches(template, condition, Contains))
            && Every(expression, "filters", condition => Matches(template, condition, Json.Text(condition, "operator") == "EQUALS" ? Equals : StartsWith)))];
        return ServiceResponse.Ok(writer => page.Write(writer, "results", found, (item, template) =>
        {
            TemplateJson.WriteHead(item, template);
            TemplateJson.WriteVersion(item, template);
        }));
    }

    private static bool Every(JsonElement expression, string member, Func<JsonElement, bool> holds) =>
        Json.List(expression, member) is not { } conditions || conditions.EnumerateArray().All(holds);

    private static bool Matches(StoredTemplate template, JsonElement condition, Func<string, string, bool> compare)
    {
        string? field = Json.Text(condition, "name") switch
        {
            "name" => template.Public.Name,
            "channelSubtype" => template.ChannelSubtype,
            "language" => "en_US",
            _ => null,
        };
        if (field is null)
        {
            return condition.TryGetProperty("includeNoExistence", out JsonElement absent) && absent.ValueKind == JsonValueKind.True;
        }

        return Json.List(condition, "values") is not { } values || values.EnumerateArray().Any(value => compare(field, value.GetString()!));
    }

    private static bool Contains(string field, string value) => field.Contains(value, StringComparison.OrdinalIgnoreCase);

    private static bool Equals(string field, string value) => field == value;

    private static bool StartsWith(string field, string value) => field.StartsWith(value, StringComparison.Ordinal);
}
