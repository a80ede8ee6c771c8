using Amazon.Runtime.Internal;

namespace Amazon.RestJson;

/// <summary>What the SDK wants to know about a service for its own records.</summary>
/// <param name="serviceId">The service's id in the service model.</param>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId { get; } = serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
