using ConnectOutbound.Sandbox.Http;
using ConnectOutbound.Sandbox.State;

namespace ConnectOutbound.Sandbox.Operations;

/// <summary>An operation of the service. Called for many requests at once.</summary>
internal interface IOperation
{
    string Name { get; }

    ServiceTraits Service { get; }

    string Method { get; }

    PathTemplate Path { get; }

    /// <summary>The rate quota, which operations do not share.</summary>
    TokenBucket Quota { get; }

    RequestTraits Peek(OperationCall call);

    /// <summary>Does it. Any status but 200 means that nothing was done.</summary>
    HttpResponse Execute(OperationCall call);
}
