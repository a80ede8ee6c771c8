using System.Collections.Concurrent;

namespace ConnectOutbound.Engine.Sending.Pacing;

/// <summary>The pacers of this process, one for each account and Region: quotas are shared by everybody there.</summary>
public static class SharedPacers
{
    private static readonly ConcurrentDictionary<string, Pacer> s_pacers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pacer of an account at an endpoint.</summary>
    /// <param name="endpoint">The host and port that requests go to: it stands for the Region.</param>
    /// <param name="account">What tells accounts apart.</param>
    /// <returns>Always the same pacer for the same pair.</returns>
    public static Pacer For(string endpoint, string account) => s_pacers.GetOrAdd($"{account}@{endpoint}", static _ => new Pacer(TimeProvider.System));
}
