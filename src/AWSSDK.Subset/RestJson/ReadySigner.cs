using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.RestJson;

/// <summary>Signs as the SDK does; without tasks of its own where the credentials are there already, as they nearly always are.</summary>
internal sealed class ReadySigner : Signer
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        if (executionContext.RequestContext.Identity is not AWSCredentials credentials || !credentials.GetCredentialsAsync().IsCompletedSuccessfully)
            return base.InvokeAsync<T>(executionContext);
        PreInvoke(executionContext);
        return InnerHandler.InvokeAsync<T>(executionContext);
    }
}
