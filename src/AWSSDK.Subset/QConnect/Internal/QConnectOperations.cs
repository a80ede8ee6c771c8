using Amazon.QConnect.Model;
using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>The operations of Amazon Q in Connect that are used, as the service model describes them.</summary>
internal static class QConnectOperations
{
    internal static readonly RestJsonOperation<GetMessageTemplateRequest, GetMessageTemplateResponse> GetMessageTemplate =
        new(QConnectService.Description, nameof(GetMessageTemplate), "GET", "/knowledgeBases/{knowledgeBaseId}/messageTemplates/{messageTemplateId}");

    internal static readonly RestJsonOperation<ListKnowledgeBasesRequest, ListKnowledgeBasesResponse> ListKnowledgeBases =
        new(QConnectService.Description, nameof(ListKnowledgeBases), "GET", "/knowledgeBases?nextToken={nextToken}&maxResults={maxResults}");

    internal static readonly RestJsonOperation<ListMessageTemplatesRequest, ListMessageTemplatesResponse> ListMessageTemplates =
        new(QConnectService.Description, nameof(ListMessageTemplates), "GET", "/knowledgeBases/{knowledgeBaseId}/messageTemplates?nextToken={nextToken}&maxResults={maxResults}");

    internal static readonly RestJsonOperation<RenderMessageTemplateRequest, RenderMessageTemplateResponse> RenderMessageTemplate =
        new(QConnectService.Description, nameof(RenderMessageTemplate), "POST", "/knowledgeBases/{knowledgeBaseId}/messageTemplates/{messageTemplateId}/render");

    internal static readonly RestJsonOperation<SearchMessageTemplatesRequest, SearchMessageTemplatesResponse> SearchMessageTemplates =
        new(QConnectService.Description, nameof(SearchMessageTemplates), "POST", "/knowledgeBases/{knowledgeBaseId}/search/messageTemplates?nextToken={nextToken}&maxResults={maxResults}");
}
