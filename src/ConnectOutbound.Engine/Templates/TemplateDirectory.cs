using System.Runtime.CompilerServices;
using Amazon.QConnect;
using Amazon.QConnect.Model;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Engine.Templates;

/// <summary>Reads the message templates of an account: at the service's rate, page after page, and again where the service had no time.</summary>
public sealed class TemplateDirectory : IDisposable
{
    private const int PageSize = 100;
    private const int CachedTexts = 256;

    private readonly IAmazonQConnect _client;
    private readonly TemplateConnection? _connection;
    private readonly ServiceCaller _caller;
    private readonly AsyncCache<MessageTemplateText> _texts = new(CachedTexts);

    /// <summary>Creates a directory.</summary>
    /// <param name="client">The client, which must not repeat requests itself.</param>
    /// <param name="pacer">What all that read templates in the account and Region share.</param>
    /// <param name="retry">How often a request is tried; throttling counts.</param>
    /// <param name="time">The clock.</param>
    public TemplateDirectory(IAmazonQConnect client, Pacer pacer, RetryPolicy? retry = null, TimeProvider? time = null) : this(client, pacer, retry, time, null)
    {
    }

    private TemplateDirectory(IAmazonQConnect client, Pacer pacer, RetryPolicy? retry, TimeProvider? time, TemplateConnection? connection)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(pacer);
        _client = client;
        _connection = connection;
        _caller = new ServiceCaller(
            pacer.Join(ServicePace),
            connection is null ? null : connection.CheckCredentialsAsync,
            retry ?? new RetryPolicy { MaxAttempts = 8 },
            time ?? TimeProvider.System);
    }

    /// <summary>How fast the service lets message templates be read by default: 10 requests a second, 15 after a pause.</summary>
    public static PaceLimit ServicePace { get; } = new(10, 15);

    /// <summary>Opens a directory; nothing is sent yet.</summary>
    /// <param name="settings">Where to and who.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <returns>The directory.</returns>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    public static TemplateDirectory Open(ConnectionSettings settings, TimeSpan timeout)
    {
        TemplateConnection connection = TemplateConnection.Open(settings, 4, timeout);
        return new TemplateDirectory(connection.Client, SharedPacers.For(connection.Endpoint, "templates"), null, null, connection);
    }

    /// <summary>The knowledge bases that hold message templates and are there.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Page after page, as they come.</returns>
    /// <exception cref="OutboundException">They could not be read.</exception>
    public async IAsyncEnumerable<KnowledgeBaseSummary> KnowledgeBasesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pages = PagesAsync(
            "the knowledge bases",
            (token, cancel) => _client.ListKnowledgeBasesAsync(new ListKnowledgeBasesRequest { MaxResults = PageSize, NextToken = token }, cancel),
            answer => (answer.KnowledgeBaseSummaries, answer.NextToken),
            cancellationToken);
        await foreach (KnowledgeBaseSummary found in pages.ConfigureAwait(false))
        {
            if (found.KnowledgeBaseType == KnowledgeBaseType.MESSAGE_TEMPLATES && found.Status != KnowledgeBaseStatus.DELETED)
                yield return found;
        }
    }

    /// <summary>All templates of a knowledge base, without their content.</summary>
    /// <param name="knowledgeBaseId">Its id or ARN.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Page after page, as they come.</returns>
    /// <exception cref="OutboundException">They could not be read.</exception>
    public IAsyncEnumerable<MessageTemplateSummary> ListAsync(string knowledgeBaseId, CancellationToken cancellationToken = default)
    {
        string id = TemplateIdentity.Of(knowledgeBaseId);
        return PagesAsync(
            $"the templates of knowledge base {DisplayText.Quoted(id)}",
            (token, cancel) => _client.ListMessageTemplatesAsync(
                new ListMessageTemplatesRequest { KnowledgeBaseId = id, MaxResults = PageSize, NextToken = token },
                cancel),
            answer => (answer.MessageTemplateSummaries, answer.NextToken),
            cancellationToken);
    }

    /// <summary>The templates of a knowledge base that have a name, letter by letter.</summary>
    /// <param name="knowledgeBaseId">Its id or ARN.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Page after page, as they come.</returns>
    /// <exception cref="OutboundException">They could not be read.</exception>
    public IAsyncEnumerable<MessageTemplateSearchResultData> SearchAsync(string knowledgeBaseId, string name, CancellationToken cancellationToken = default)
    {
        string id = TemplateIdentity.Of(knowledgeBaseId);
        var expression = new MessageTemplateSearchExpression
        {
            Filters = [new MessageTemplateFilterField { Name = "name", Operator = MessageTemplateFilterOperator.EQUALS, Values = [name] }],
        };
        return PagesAsync(
            $"the templates of knowledge base {DisplayText.Quoted(id)}",
            (token, cancel) => _client.SearchMessageTemplatesAsync(
                new SearchMessageTemplatesRequest { KnowledgeBaseId = id, SearchExpression = expression, MaxResults = PageSize, NextToken = token }, cancel),
            answer => (answer.Results, answer.NextToken),
            cancellationToken);
    }

    /// <summary>A template with its content.</summary>
    /// <param name="knowledgeBaseId">The knowledge base's id or ARN.</param>
    /// <param name="messageTemplateId">The template's id or ARN, with the version where one is asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The template.</returns>
    /// <exception cref="OutboundException">It could not be read.</exception>
    public async Task<ExtendedMessageTemplateData> GetAsync(string knowledgeBaseId, string messageTemplateId, CancellationToken cancellationToken = default)
    {
        var request = new GetMessageTemplateRequest
        {
            KnowledgeBaseId = TemplateIdentity.Of(knowledgeBaseId),
            MessageTemplateId = TemplateIdentity.Of(messageTemplateId),
        };
        string what = $"the template {DisplayText.Quoted(request.MessageTemplateId)} of knowledge base {DisplayText.Quoted(request.KnowledgeBaseId)}";
        GetMessageTemplateResponse answer = await CallAsync(
            what,
            cancel => _client.GetMessageTemplateAsync(request, cancel),
            cancellationToken).ConfigureAwait(false);
        return answer.MessageTemplate
            ?? throw ServiceErrors.Lacking(ServiceOperation.ReadTemplate, what);
    }

    /// <summary>What a template needs. Each is asked for once and kept.</summary>
    /// <param name="knowledgeBaseId">The knowledge base's id or ARN.</param>
    /// <param name="messageTemplateId">The template's id or ARN, with the version where one is asked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The template.</returns>
    /// <exception cref="OutboundException">It could not be read.</exception>
    public Task<MessageTemplateText> TextAsync(string knowledgeBaseId, string messageTemplateId, CancellationToken cancellationToken = default) =>
        _texts.GetAsync(
            $"{TemplateIdentity.Of(knowledgeBaseId)}/{TemplateIdentity.Of(messageTemplateId)}",
            async cancel => MessageTemplateText.Of(await GetAsync(knowledgeBaseId, messageTemplateId, cancel).ConfigureAwait(false)),
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _texts.Dispose();
        _caller.Dispose();
        _connection?.Dispose();
    }

    /// <summary>Has a template filled in.</summary>
    /// <param name="request">The template and the values.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What the service answers.</returns>
    /// <exception cref="OutboundException">It could not be filled in.</exception>
    internal Task<RenderMessageTemplateResponse> RenderAsync(RenderMessageTemplateRequest request, CancellationToken cancellationToken) => CallAsync(
        $"the template {DisplayText.Quoted(request.MessageTemplateId!)} of knowledge base {DisplayText.Quoted(request.KnowledgeBaseId!)}",
        cancel => _client.RenderMessageTemplateAsync(request, cancel),
        cancellationToken);

    private IAsyncEnumerable<TItem> PagesAsync<TAnswer, TItem>(
        string what,
        Func<string?, CancellationToken, Task<TAnswer>> ask,
        Func<TAnswer, (List<TItem>? Items, string? Next)> read,
        CancellationToken cancellationToken) =>
        _caller.PagesAsync(
            ask,
            read,
            (fault, cause) => ServiceErrors.Translate(fault, ServiceOperation.ListTemplates, what, cause),
            reason => ServiceErrors.Endless(ServiceOperation.ListTemplates, what, reason),
            cancellationToken);

    private Task<T> CallAsync<T>(string what, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        _caller.CallAsync(call, (fault, cause) => ServiceErrors.Translate(fault, ServiceOperation.ReadTemplate, what, cause), cancellationToken);
}
