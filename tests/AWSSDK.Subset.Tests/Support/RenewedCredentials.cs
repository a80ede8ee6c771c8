using Amazon.Runtime;

namespace Amazon.Tests.Support;

/// <summary>Credentials that are others whenever they are asked for; the token of each is its secret.</summary>
internal sealed class RenewedCredentials : AWSCredentials
{
    private int _asked;

    public override ImmutableCredentials GetCredentials()
    {
        string secret = $"secret-{Interlocked.Increment(ref _asked)}";
        return new ImmutableCredentials(Clients.AccessKey, secret, secret);
    }
}
