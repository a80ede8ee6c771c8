using Amazon.Runtime;

namespace Amazon.Tests.Support;

/// <summary>Credentials that cannot be had, which is said at once.</summary>
internal sealed class NoCredentials : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => throw new InvalidOperationException("none");
}
