using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using ConnectOutbound.Engine.Sending;

namespace ConnectOutbound.Engine.Connection;

/// <summary>
/// Sees to it that there are credentials before a request is made. The SDK throws the same types for missing credentials and for lost connections; asked
/// beforehand, it cannot be mistaken.
/// </summary>
/// <param name="given">The credentials that were asked for; null for the SDK's chain.</param>
/// <param name="config">The client's configuration.</param>
internal sealed class CredentialCheck(AWSCredentials? given, IClientConfig config)
{
    private readonly object _gate = new();
    private Task<AWSCredentials>? _chain;

    /// <summary>Asks for the credentials.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When there are some.</returns>
    /// <exception cref="RunFaultException">There are none.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            AWSCredentials credentials = given ?? await ChainAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Each kind of credentials fails in its own way; to the run it is the same.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new RunFaultException(RunFaults.CredentialsNotFound(Rows.Shown.Clause(e.InnerException?.Message ?? e.Message)), e);
        }
    }

    private Task<AWSCredentials> ChainAsync()
    {
        lock (_gate)
        {
            if (_chain is null or { IsFaulted: true })
                _chain = Task.Run(() => new DefaultAWSCredentialsIdentityResolver().ResolveIdentityAsync(config, CancellationToken.None));
            return _chain;
        }
    }
}
