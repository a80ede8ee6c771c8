using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.RestJson;

/// <summary>
/// Has the SDK's signer sign, without a task and a record of metrics of its own where the credentials are there already, as they nearly always are; otherwise
/// goes the SDK's way.
/// </summary>
internal sealed class ReadySigner : Signer
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        if (context.IsSigned
            || context.Identity is not AWSCredentials credentials
            || credentials.GetCredentialsAsync() is not { IsCompletedSuccessfully: true, Result: { } found })
        {
            return base.InvokeAsync<T>(executionContext);
        }

        if (found.UseToken)
            context.Request.Headers[HeaderKeys.XAmzSecurityTokenHeader] = found.Token;
        context.Signer.Sign(context.Request, context.ClientConfig, context.Metrics, new TakenCredentials(found));
        context.IsSigned = true;
        return InnerHandler.InvokeAsync<T>(executionContext);
    }
}
