using Amazon.Runtime.Internal;

namespace Amazon.RestJson;

/// <summary>What a client of a rest-json service changes in the SDK's pipeline.</summary>
internal static class RestJsonPipeline
{
    internal static void Customize(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        // What no operation here has: compressed bodies, checksums, endpoints to be asked for.
        pipeline.RemoveHandler<CompressionHandler>();
        pipeline.RemoveHandler<ChecksumHandler>();
        pipeline.RemoveHandler<EndpointDiscoveryHandler>();
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4AuthHandler());
        pipeline.AddHandlerAfter<Unmarshaller>(new AnswerReader());
    }
}
