namespace ConnectOutbound.Engine.Templates;

/// <summary>
/// Keeps what was asked for last. Several who ask for the same wait for one answer; one of them who goes away does not take it from the others.
/// Failures are not kept.
/// </summary>
/// <param name="capacity">How many to keep.</param>
internal sealed class AsyncCache<T>(int capacity) : IDisposable
{
    private readonly object _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, Task<T> Value)>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, Task<T> Value)> _recent = new();
    private bool _disposed;

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <summary>Gives a value.</summary>
    /// <param name="key">What it is known by.</param>
    /// <param name="make">Makes it where it is not kept; its token is cancelled when the cache is disposed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The value.</returns>
    public Task<T> GetAsync(string key, Func<CancellationToken, Task<T>> make, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_entries.TryGetValue(key, out LinkedListNode<(string Key, Task<T> Value)>? known)
                && known.Value.Value is not ({ IsFaulted: true } or { IsCanceled: true }))
            {
                _recent.Remove(known);
                _recent.AddFirst(known);
                return known.Value.Value.WaitAsync(cancellationToken);
            }

            if (known is not null)
                Drop(known);
            Task<T> made = Task.Run(() => make(_end.Token));
            _entries[key] = _recent.AddFirst((key, made));
            if (_entries.Count > capacity)
                Drop(_recent.Last!);
            return made.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _disposed = true;
        }

        _end.Cancel();
        _end.Dispose();
    }

    private void Drop(LinkedListNode<(string Key, Task<T> Value)> node)
    {
        _entries.Remove(node.Value.Key);
        _recent.Remove(node);
    }
}
