using Amazon.Connect.Model;
using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>The operations of Amazon Connect that this library has.</summary>
public interface IAmazonConnect : IAmazonService, IDisposable
{
    /// <summary>
    /// Gets a contact
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_DescribeContact.html">DescribeContact</see>).
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The contact. No member tells whether a message was delivered.</returns>
    /// <exception cref="InvalidRequestException">The request breaks a constraint.</exception>
    /// <exception cref="InvalidParameterException">A parameter is not valid.</exception>
    /// <exception cref="ResourceNotFoundException">The instance or the contact does not exist.</exception>
    /// <exception cref="ThrottlingException">Too many requests a second.</exception>
    /// <exception cref="InternalServiceException">The service failed.</exception>
    /// <exception cref="AmazonConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<DescribeContactResponse> DescribeContactAsync(DescribeContactRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the flows of an instance, archived ones and drafts included
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListContactFlows.html">ListContactFlows</see>).
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One page of them.</returns>
    /// <exception cref="InvalidRequestException">The request breaks a constraint.</exception>
    /// <exception cref="InvalidParameterException">A parameter is not valid.</exception>
    /// <exception cref="ResourceNotFoundException">The instance does not exist.</exception>
    /// <exception cref="ThrottlingException">Too many requests a second.</exception>
    /// <exception cref="InternalServiceException">The service failed.</exception>
    /// <exception cref="AmazonConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<ListContactFlowsResponse> ListContactFlowsAsync(ListContactFlowsRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists the instances of the account in the Region
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListInstances.html">ListInstances</see>).
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One page of them.</returns>
    /// <exception cref="InvalidRequestException">The request breaks a constraint.</exception>
    /// <exception cref="InternalServiceException">The service failed.</exception>
    /// <exception cref="AmazonConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<ListInstancesResponse> ListInstancesAsync(ListInstancesRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists phone numbers that are claimed to an instance or a traffic distribution group
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_ListPhoneNumbersV2.html">ListPhoneNumbersV2</see>).
    /// </summary>
    /// <param name="request">What to ask for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>One page of them.</returns>
    /// <exception cref="AccessDeniedException">The credentials do not allow it.</exception>
    /// <exception cref="InvalidParameterException">A parameter is not valid.</exception>
    /// <exception cref="ResourceNotFoundException">The instance or the traffic distribution group does not exist.</exception>
    /// <exception cref="ThrottlingException">Too many requests a second.</exception>
    /// <exception cref="InternalServiceException">The service failed.</exception>
    /// <exception cref="AmazonConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<ListPhoneNumbersV2Response> ListPhoneNumbersV2Async(ListPhoneNumbersV2Request request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts an outbound SMS or WhatsApp chat contact
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundChatContact.html">StartOutboundChatContact</see>).
    /// </summary>
    /// <remarks>
    /// A request without <see cref="StartOutboundChatContactRequest.ClientToken"/> is sent with a new one, which holds for
    /// the SDK's own retries of this call only. To repeat a call whose outcome is unknown, give a token.
    /// </remarks>
    /// <param name="request">What to start.</param>
    /// <param name="cancellationToken">Stops waiting; the contact may have been started all the same.</param>
    /// <returns>The contact's id. It means that the contact exists, not that the message was delivered.</returns>
    /// <exception cref="InvalidRequestException">The request breaks a constraint.</exception>
    /// <exception cref="AccessDeniedException">The credentials do not allow it.</exception>
    /// <exception cref="ResourceNotFoundException">The instance, the flow or the phone number does not exist.</exception>
    /// <exception cref="ConflictException">Another operation or the contact's state is in the way.</exception>
    /// <exception cref="ThrottlingException">Too many requests a second (quota L-408DD6C6).</exception>
    /// <exception cref="LimitExceededException">Too many concurrent active chats (quota L-D4BA6F6E).</exception>
    /// <exception cref="InternalServiceException">The service failed.</exception>
    /// <exception cref="AmazonConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    /// <exception cref="AmazonUnmarshallingException">A successful answer that could not be read: the contact may exist.</exception>
    /// <exception cref="TimeoutException">No answer within the configured timeout: the contact may exist.</exception>
    /// <exception cref="AmazonClientException">No credentials, or no endpoint; nothing was sent.</exception>
    Task<StartOutboundChatContactResponse> StartOutboundChatContactAsync(
        StartOutboundChatContactRequest request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends a contact; the chat no longer counts against the quota of concurrent active chats
    /// (<see href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StopContact.html">StopContact</see>).
    /// </summary>
    /// <param name="request">What to do.</param>
    /// <param name="cancellationToken">Stops waiting; it may have been done all the same.</param>
    /// <returns>Nothing but that it ended.</returns>
    /// <exception cref="InvalidRequestException">The request breaks a constraint.</exception>
    /// <exception cref="InvalidParameterException">A parameter is not valid.</exception>
    /// <exception cref="ContactNotFoundException">The contact has ended, or does not exist.</exception>
    /// <exception cref="ResourceNotFoundException">The instance does not exist.</exception>
    /// <exception cref="InvalidActiveRegionException">The contact is active in another Region.</exception>
    /// <exception cref="InternalServiceException">The service failed.</exception>
    /// <exception cref="AmazonConnectException">Any other error answer; see its ErrorCode and StatusCode.</exception>
    Task<StopContactResponse> StopContactAsync(StopContactRequest request, CancellationToken cancellationToken = default);

    /// <summary>Resolves the endpoint that a request would go to, without sending it.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The endpoint.</returns>
    Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonConnectConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        clientConfig is not AmazonConnectConfig config
            ? throw new AmazonClientException($"The configuration has to be an {nameof(AmazonConnectConfig)}.")
            : awsCredentials is null ? new AmazonConnectClient(config) : new AmazonConnectClient(awsCredentials, config);
}
