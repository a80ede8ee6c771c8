using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Service;

/// <summary>
/// The credentials that requests are signed with, seen to before a request is made. The SDK throws the same types for missing credentials and for lost
/// connections; asked beforehand, it cannot be mistaken.
/// </summary>
/// <remarks>
/// The SDK asks for them anew several times in each request, which reads the environment each time. Here they are asked for once a second: often enough for
/// credentials that are renewed, which is done minutes before they end.
/// </remarks>
/// <param name="given">The credentials that were asked for; null for the SDK's chain.</param>
/// <param name="config">The client's configuration, which may name a profile.</param>
/// <param name="time">The clock.</param>
internal sealed class CheckedCredentials(AWSCredentials? given, IClientConfig config, TimeProvider time) : AWSCredentials, IDisposable
{
    private static readonly TimeSpan s_heldFor = TimeSpan.FromSeconds(1);

    private readonly DefaultAWSCredentialsIdentityResolver? _chain = given is null ? new DefaultAWSCredentialsIdentityResolver() : null;
    private volatile Held? _held;

    /// <summary>Sees to it that there are credentials.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When there are some.</returns>
    /// <exception cref="OutboundException">There are none.</exception>
    public Task CheckAsync(CancellationToken cancellationToken) => Fresh() is null ? AskAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    /// <exception cref="OutboundException">There are none.</exception>
    public override async Task<ImmutableCredentials> GetCredentialsAsync() => Fresh() ?? await AskAsync(CancellationToken.None).ConfigureAwait(false);

    /// <summary>Gives what was found last. The SDK's signer asks so, right after it has awaited <see cref="GetCredentialsAsync"/>.</summary>
    /// <returns>The credentials.</returns>
    /// <exception cref="InvalidOperationException">They have not been asked for yet.</exception>
    public override ImmutableCredentials GetCredentials() =>
        _held?.Credentials ?? throw new InvalidOperationException("The credentials are to be awaited first.");

    /// <summary>Lets go of what watches the files of profiles.</summary>
    public void Dispose() => _chain?.Dispose();

    private ImmutableCredentials? Fresh() => _held is Held held && time.GetElapsedTime(held.Since) < s_heldFor ? held.Credentials : null;

    private async Task<ImmutableCredentials> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Some kinds block where they should await; the wait for them ends with the run all the same.
            ImmutableCredentials found = await Task.Run(FindAsync, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            _held = new Held(found, time.GetTimestamp());
            return found;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Each kind of credentials fails in its own way; to the run it is the same.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw ServiceErrors.CredentialsNotFound($"No AWS credentials were found: {DisplayText.Clause(ChainErrors.Describe(e))}", e);
        }
    }

    private async Task<ImmutableCredentials> FindAsync()
    {
        AWSCredentials credentials = given ?? await _chain!.ResolveIdentityAsync(config, CancellationToken.None).ConfigureAwait(false);
        return await credentials.GetCredentialsAsync().ConfigureAwait(false);
    }

    private sealed record Held(ImmutableCredentials Credentials, long Since);
}
