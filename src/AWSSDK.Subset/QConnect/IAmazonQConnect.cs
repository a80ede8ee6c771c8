using Amazon.QConnect.Model;
using Amazon.Runtime;

namespace Amazon.QConnect;

/// <summary>The operations of Amazon Q in Connect that this library has.</summary>
public interface IAmazonQConnect : IAmazonService, IDisposable
{
    /// <summary>
    /// Gets a message template
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_amazon-q-connect_GetMessageTemplate.html">GetMessageTemplate</see>).
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The template.</returns>
    /// <exception cref="AccessDeniedException">The credentials do not allow it.</exception>
    /// <exception cref="ResourceNotFoundException">The knowledge base or the template does not exist.</exception>
    /// <exception cref="ThrottlingException">Too many requests a second.</exception>
    /// <exception cref="UnauthorizedException">The caller is not authorized.</exception>
    /// <exception cref="ValidationException">The request breaks a constraint.</exception>
    /// <exception cref="AmazonQConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<GetMessageTemplateResponse> GetMessageTemplateAsync(GetMessageTemplateRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the knowledge bases of the account in the Region
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_amazon-q-connect_ListKnowledgeBases.html">ListKnowledgeBases</see>).
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One page of them.</returns>
    /// <exception cref="AccessDeniedException">The credentials do not allow it.</exception>
    /// <exception cref="ValidationException">The request breaks a constraint.</exception>
    /// <exception cref="AmazonQConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<ListKnowledgeBasesResponse> ListKnowledgeBasesAsync(ListKnowledgeBasesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the message templates of a knowledge base
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_amazon-q-connect_ListMessageTemplates.html">ListMessageTemplates</see>).
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One page of them.</returns>
    /// <exception cref="AccessDeniedException">The credentials do not allow it.</exception>
    /// <exception cref="ResourceNotFoundException">The knowledge base or the template does not exist.</exception>
    /// <exception cref="ThrottlingException">Too many requests a second.</exception>
    /// <exception cref="ValidationException">The request breaks a constraint.</exception>
    /// <exception cref="AmazonQConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<ListMessageTemplatesResponse> ListMessageTemplatesAsync(ListMessageTemplatesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Fills values into a message template
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_amazon-q-connect_RenderMessageTemplate.html">RenderMessageTemplate</see>).
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The text, and which attributes had no value.</returns>
    /// <exception cref="AccessDeniedException">The credentials do not allow it.</exception>
    /// <exception cref="ResourceNotFoundException">The knowledge base or the template does not exist.</exception>
    /// <exception cref="ThrottlingException">Too many requests a second.</exception>
    /// <exception cref="ValidationException">The request breaks a constraint.</exception>
    /// <exception cref="AmazonQConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<RenderMessageTemplateResponse> RenderMessageTemplateAsync(RenderMessageTemplateRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Searches the message templates of a knowledge base
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_amazon-q-connect_SearchMessageTemplates.html">SearchMessageTemplates</see>).
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One page of them.</returns>
    /// <exception cref="AccessDeniedException">The credentials do not allow it.</exception>
    /// <exception cref="ResourceNotFoundException">The knowledge base or the template does not exist.</exception>
    /// <exception cref="ThrottlingException">Too many requests a second.</exception>
    /// <exception cref="UnauthorizedException">The caller is not authorized.</exception>
    /// <exception cref="ValidationException">The request breaks a constraint.</exception>
    /// <exception cref="AmazonQConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<SearchMessageTemplatesResponse> SearchMessageTemplatesAsync(SearchMessageTemplatesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Resolves the endpoint that a request would go to, without sending it.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The endpoint.</returns>
    Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonQConnectConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        clientConfig is not AmazonQConnectConfig config
            ? throw new AmazonClientException($"The configuration has to be an {nameof(AmazonQConnectConfig)}.")
            : awsCredentials is null ? new AmazonQConnectClient(config) : new AmazonQConnectClient(awsCredentials, config);
}
