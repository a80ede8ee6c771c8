using Amazon.Runtime;

namespace Amazon.RestJson;

/// <summary>
/// Credentials as they were when a request was begun, so that its token and its signature are of the same ones, should they be renewed meanwhile.
/// </summary>
internal sealed class TakenCredentials(ImmutableCredentials taken) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => taken;
}
