using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.RestJson;

/// <summary>Has every request signed with Signature Version 4, the one scheme of the services here.</summary>
/// <remarks>
/// Where the client was given credentials there is nothing to look for, and the handler needs no task of its own; otherwise the SDK looks for some.
/// </remarks>
internal sealed class SigV4AuthHandler : BaseAuthResolverHandler
{
    private static readonly AwsV4AuthScheme s_scheme = new();

    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        if ((request.ExplicitAWSCredentials ?? request.ClientConfig.DefaultAWSCredentials) is not { } credentials)
            return base.InvokeAsync<T>(executionContext);
        request.Identity = credentials;
        request.Signer = GetSigner(s_scheme);
        request.Request.ChosenAuthScheme = AuthSchemeOption.DEFAULT_SIGV4[0];
        return InnerHandler.InvokeAsync<T>(executionContext);
    }

    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
}
