using Amazon.Runtime.Internal;

namespace Amazon.RestJson;

/// <summary>What a client of a rest-json service changes in the SDK's pipeline.</summary>
/// <remarks>A handler's task is allocated, started and continued for every request; 19 of them were more of a call than everything else in it.</remarks>
internal static class RestJsonPipeline
{
    internal static void Customize(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        // What no operation here has: compressed bodies, checksums, endpoints to be asked for.
        pipeline.RemoveHandler<CompressionHandler>();
        pipeline.RemoveHandler<ChecksumHandler>();
        pipeline.RemoveHandler<EndpointDiscoveryHandler>();
        // What nobody listens to here: metrics, and the client's events.
        pipeline.RemoveHandler<MetricsHandler>();
        pipeline.RemoveHandler<ErrorCallbackHandler>();
        while (pipeline.Handlers.Exists(handler => handler is CallbackHandler))
            pipeline.RemoveHandler<CallbackHandler>();

        pipeline.ReplaceHandler<EndpointResolver>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4AuthHandler());
        pipeline.ReplaceHandler<Signer>(new ReadySigner());
        pipeline.ReplaceHandler<Unmarshaller>(new AnswerReader());
    }
}
