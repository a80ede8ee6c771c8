using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>A run's leases: its rows are paced by the account that their source number belongs to, for the quota is the account's.</summary>
internal sealed class RunPace(Func<string, Pacer> pacerOfAccount, PaceLimit limit) : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, PacerLease> _leases = new(StringComparer.Ordinal);
    private (string? Source, PacerLease? Lease) _last;

    /// <summary>The lowest rate in force, in requests a second.</summary>
    public double CurrentRate
    {
        get
        {
            lock (_gate)
                return _leases.Count == 0 ? limit.RequestsPerSecond : _leases.Values.Min(lease => lease.CurrentRate);
        }
    }

    /// <summary>The lease for a row.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>The lease of its source number's account.</returns>
    public PacerLease For(CheckedRow row)
    {
        string source = row.Request!.SourceEndpoint!.Address!;
        lock (_gate)
        {
            if (ReferenceEquals(_last.Source, source))
                return _last.Lease!;
            string account = ConnectArn.TryParse(source, out ConnectArn arn) ? arn.Account.ToString() : "";
            if (!_leases.TryGetValue(account, out PacerLease? lease))
                _leases[account] = lease = pacerOfAccount(account).Join(limit);
            _last = (source, lease);
            return lease;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (PacerLease lease in _leases.Values)
                lease.Dispose();
        }
    }
}
