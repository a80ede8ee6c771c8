using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.RestJson;

/// <summary>Has every request signed with Signature Version 4, the one scheme of the services here.</summary>
/// <remarks>
/// If the client has credentials of its own, the handler uses them without a task of its own. Otherwise the SDK looks for credentials.
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
