using Amazon.Connect.Internal;
using Amazon.Connect.Model;
using Amazon.RestJson;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Connect;

/// <summary>Calls Amazon Connect. Safe to share between threads; meant to be kept as long as its settings hold.</summary>
/// <remarks>Without credentials the client takes the SDK's chain: environment, web identity, profiles, container, instance.</remarks>
public class AmazonConnectClient : AmazonServiceClient, IAmazonConnect
{
    /// <summary>Makes a client with credentials and Region from the environment.</summary>
    public AmazonConnectClient()
        : this(new AmazonConnectConfig())
    {
    }

    /// <summary>Makes a client with credentials from the environment.</summary>
    /// <param name="region">The Region.</param>
    public AmazonConnectClient(RegionEndpoint region)
        : this(new AmazonConnectConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client with credentials from the environment.</summary>
    /// <param name="config">The settings.</param>
    public AmazonConnectClient(AmazonConnectConfig config)
        : base(config)
    {
    }

    /// <summary>Makes a client with a Region from the environment.</summary>
    /// <param name="credentials">The credentials.</param>
    public AmazonConnectClient(AWSCredentials credentials)
        : this(credentials, new AmazonConnectConfig())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="region">The Region.</param>
    public AmazonConnectClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonConnectConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonConnectClient(AWSCredentials credentials, AmazonConnectConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Makes a client with long-term credentials.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonConnectClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonConnectConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Makes a client with temporary credentials.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="awsSessionToken">The session token.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonConnectClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonConnectConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => ConnectDefaults.Metadata;

    /// <inheritdoc/>
    public virtual Task<DescribeContactResponse> DescribeContactAsync(DescribeContactRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeContactResponse>(request, ConnectOperations.DescribeContact.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListContactFlowsResponse> ListContactFlowsAsync(ListContactFlowsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListContactFlowsResponse>(request, ConnectOperations.ListContactFlows.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListInstancesResponse> ListInstancesAsync(ListInstancesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListInstancesResponse>(request, ConnectOperations.ListInstances.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListPhoneNumbersV2Response> ListPhoneNumbersV2Async(ListPhoneNumbersV2Request request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListPhoneNumbersV2Response>(request, ConnectOperations.ListPhoneNumbersV2.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartOutboundChatContactResponse> StartOutboundChatContactAsync(
        StartOutboundChatContactRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StartOutboundChatContactResponse>(request, ConnectOperations.StartOutboundChatContact.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StopContactResponse> StopContactAsync(StopContactRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StopContactResponse>(request, ConnectOperations.StopContact.Options, cancellationToken);

    /// <inheritdoc/>
    public Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => RestJsonPipeline.Customize(pipeline);
}
