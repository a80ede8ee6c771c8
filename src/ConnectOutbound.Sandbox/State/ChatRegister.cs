namespace ConnectOutbound.Sandbox.State;

/// <summary>The chats that are active, by instance. Not safe for several threads: its owner holds a lock.</summary>
internal sealed class ChatRegister
{
    private readonly Dictionary<string, InstanceChats> _instances = new(StringComparer.OrdinalIgnoreCase);

    public int CountActive(long now) => _instances.Values.Sum(chats => chats.CountActive(now));

    /// <summary>Whether a chat was ever opened in the instance.</summary>
    public bool Knows(string instanceId) => _instances.ContainsKey(instanceId);

    public bool TryOpen(string instanceId, Guid contactId, long now, TimeSpan duration, int quota)
    {
        if (!_instances.TryGetValue(instanceId, out InstanceChats? chats))
        {
            _instances[instanceId] = chats = new InstanceChats();
        }

        if (chats.CountActive(now) >= quota)
        {
            return false;
        }

        chats.Open(contactId, now + duration.Ticks);
        return true;
    }

    /// <summary>Ends a chat that is active.</summary>
    public void End(string instanceId, Guid contactId) => _instances[instanceId].End(contactId);

    public void EndAll()
    {
        foreach (InstanceChats chats in _instances.Values)
        {
            chats.EndAll();
        }
    }

    public void Clear() => _instances.Clear();

    private sealed class InstanceChats
    {
        // The queue's priority is the time at which a chat ends of itself, in UTC ticks. One that ends before stays in the queue until then.
        private readonly PriorityQueue<Guid, long> _ends = new();
        private readonly HashSet<Guid> _endedEarly = [];

        public int CountActive(long now)
        {
            while (_ends.TryPeek(out Guid contactId, out long end) && end <= now)
            {
                _ends.Dequeue();
                _endedEarly.Remove(contactId);
            }

            return _ends.Count - _endedEarly.Count;
        }

        public void Open(Guid contactId, long end) => _ends.Enqueue(contactId, end);

        public void End(Guid contactId) => _endedEarly.Add(contactId);

        public void EndAll()
        {
            _ends.Clear();
            _endedEarly.Clear();
        }
    }
}
