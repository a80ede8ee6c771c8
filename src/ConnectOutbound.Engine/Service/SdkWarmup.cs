using System.Net;
using System.Text;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;

namespace ConnectOutbound.Engine.Service;

/// <summary>A call that goes nowhere, so that the SDK's code is compiled when the first real one comes.</summary>
/// <remarks>
/// The first call of a process is most of what a single contact takes: some two thousand methods are compiled for it. This one makes the same way beside
/// whatever the process does meanwhile, up to the point where bytes would leave: there an answer is made up. Nothing is sent, no credentials are looked for.
/// </remarks>
public static class SdkWarmup
{
    private const string None = "none";

    private static readonly Lazy<Task> s_prepared = new(() => Task.Run(RunAsync));

    /// <summary>Prepares the first call, on another thread, once in a process.</summary>
    /// <returns>When it is prepared; nobody needs to wait for it, and it never fails.</returns>
    public static Task PrepareAsync() => s_prepared.Value;

    /// <summary>Makes the call.</summary>
    /// <returns>Whether it went through to its made-up answer.</returns>
    internal static async Task<bool> RunAsync()
    {
        try
        {
            var config = new AmazonConnectConfig
            {
                ServiceURL = "http://127.0.0.1",
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
                HttpClientFactory = new NoNetworkFactory(),
            };
            using var client = new AmazonConnectClient(new BasicAWSCredentials(None, None), config);
            StartOutboundChatContactResponse answer = await client.StartOutboundChatContactAsync(new StartOutboundChatContactRequest
            {
                SourceEndpoint = new Endpoint { Type = EndpointType.CONNECT_PHONENUMBER_ARN, Address = None },
                DestinationEndpoint = new Endpoint { Type = EndpointType.TELEPHONE_NUMBER, Address = None },
                SegmentAttributes = new Dictionary<string, SegmentAttributeValue> { ["connect:Subtype"] = new() { ValueString = None } },
                InitialSystemMessage = new ChatMessage { ContentType = "text/plain", Content = None },
                ClientToken = None,
            }).ConfigureAwait(false);
            return answer.ContactId == None;
        }
#pragma warning disable CA1031 // What is wrong with the environment is said by the first real call.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private sealed class NoNetworkFactory : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new AnswerReceiver(new NoNetwork(), AnswerReceiver.MostOfContact));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
    }

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent($$"""{"ContactId":"{{None}}"}""", Encoding.UTF8, "application/json"),
            };
        }
    }
}
