using Amazon.QConnect.Internal;
using Amazon.QConnect.Model;
using Amazon.RestJson;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.QConnect;

/// <summary>Calls Amazon Q in Connect. Safe to share between threads; meant to be kept as long as its settings hold.</summary>
/// <remarks>Without credentials the client takes the SDK's chain: environment, web identity, profiles, container, instance.</remarks>
public class AmazonQConnectClient : AmazonServiceClient, IAmazonQConnect
{
    /// <summary>Makes a client with credentials and Region from the environment.</summary>
    public AmazonQConnectClient()
        : this(new AmazonQConnectConfig())
    {
    }

    /// <summary>Makes a client with credentials from the environment.</summary>
    /// <param name="region">The Region.</param>
    public AmazonQConnectClient(RegionEndpoint region)
        : this(new AmazonQConnectConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with credentials from the environment.</summary>
    /// <param name="config">The settings.</param>
    public AmazonQConnectClient(AmazonQConnectConfig config)
        : base(config)
    {
    }

    /// <summary>Makes a client with a Region from the environment.</summary>
    /// <param name="credentials">The credentials.</param>
    public AmazonQConnectClient(AWSCredentials credentials)
        : this(credentials, new AmazonQConnectConfig())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="region">The Region.</param>
    public AmazonQConnectClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonQConnectConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonQConnectClient(AWSCredentials credentials, AmazonQConnectConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Makes a client with long-term credentials.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonQConnectClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonQConnectConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Makes a client with temporary credentials.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="awsSessionToken">The session token.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonQConnectClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonQConnectConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => QConnectDefaults.Metadata;

    /// <inheritdoc/>
    public virtual Task<GetMessageTemplateResponse> GetMessageTemplateAsync(GetMessageTemplateRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMessageTemplateResponse>(request, QConnectOperations.GetMessageTemplate.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListKnowledgeBasesResponse> ListKnowledgeBasesAsync(ListKnowledgeBasesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListKnowledgeBasesResponse>(request, QConnectOperations.ListKnowledgeBases.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListMessageTemplatesResponse> ListMessageTemplatesAsync(
        ListMessageTemplatesRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<ListMessageTemplatesResponse>(request, QConnectOperations.ListMessageTemplates.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RenderMessageTemplateResponse> RenderMessageTemplateAsync(
        RenderMessageTemplateRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<RenderMessageTemplateResponse>(request, QConnectOperations.RenderMessageTemplate.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SearchMessageTemplatesResponse> SearchMessageTemplatesAsync(
        SearchMessageTemplatesRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<SearchMessageTemplatesResponse>(request, QConnectOperations.SearchMessageTemplates.Options, cancellationToken);

    /// <inheritdoc/>
    public Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => RestJsonPipeline.Customize(pipeline);
}
