using System.Collections.Concurrent;

namespace ConnectOutbound.Sandbox.State;

/// <summary>Counts the requests of each client token, for the fault hook.</summary>
internal sealed class AttemptCounter
{
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);

    public int Next(string? token) => string.IsNullOrEmpty(token) ? 1 : _attempts.AddOrUpdate(token, 1, static (_, count) => count + 1);

    public void Clear() => _attempts.Clear();
}
