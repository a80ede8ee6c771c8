using Amazon.QConnect.Model;
using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>The operations of Amazon Q in Connect that are used, as the service model describes them.</summary>
/// <remarks>
/// Each is described when it is first called: what most processes call is one of them, and descriptions take time. Two threads may do it at once;
/// both are right.
/// </remarks>
internal static class QConnectOperations
{
    internal static RestJsonOperation<GetMessageTemplateRequest, GetMessageTemplateResponse> GetMessageTemplate => field ??=
        new(QConnectService.Description, nameof(GetMessageTemplate), "GET", "/knowledgeBases/{knowledgeBaseId}/messageTemplates/{messageTemplateId}");

    internal static RestJsonOperation<ListKnowledgeBasesRequest, ListKnowledgeBasesResponse> ListKnowledgeBases => field ??=
        new(QConnectService.Description, nameof(ListKnowledgeBases), "GET", "/knowledgeBases?nextToken={nextToken}&maxResults={maxResults}");

    internal static RestJsonOperation<ListMessageTemplatesRequest, ListMessageTemplatesResponse> ListMessageTemplates => field ??=
        new(
            QConnectService.Description,
            nameof(ListMessageTemplates),
            "GET",
            "/knowledgeBases/{knowledgeBaseId}/messageTemplates?nextToken={nextToken}&maxResults={maxResults}");

    internal static RestJsonOperation<RenderMessageTemplateRequest, RenderMessageTemplateResponse> RenderMessageTemplate => field ??=
        new(
            QConnectService.Description,
            nameof(RenderMessageTemplate),
            "POST",
            "/knowledgeBases/{knowledgeBaseId}/messageTemplates/{messageTemplateId}/render");

    internal static RestJsonOperation<SearchMessageTemplatesRequest, SearchMessageTemplatesResponse> SearchMessageTemplates => field ??=
        new(
            QConnectService.Description,
            nameof(SearchMessageTemplates),
            "POST",
            "/knowledgeBases/{knowledgeBaseId}/search/messageTemplates?nextToken={nextToken}&maxResults={maxResults}");
}
