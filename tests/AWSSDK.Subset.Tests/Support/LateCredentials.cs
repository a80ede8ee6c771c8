using Amazon.Runtime;

namespace Amazon.Tests.Support;

/// <summary>Credentials that are not there at once: another task brings them, or fails to.</summary>
internal sealed class LateCredentials(Func<ImmutableCredentials?> bring) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => bring()!;

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        await Task.Delay(20);
        return bring()!;
    }
}
