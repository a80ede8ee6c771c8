namespace ConnectOutbound.Sandbox.State;

/// <summary>The chats that are active, by instance. Not safe for several threads: its owner holds a lock.</summary>
internal sealed class ChatRegister
{
    // Only the time at which a chat ends matters: the queue's priority holds it, in UTC ticks.
    private readonly Dictionary<string, PriorityQueue<byte, long>> _ends = new(StringComparer.OrdinalIgnoreCase);

    public int CountActive(long now)
    {
        int active = 0;
        foreach (PriorityQueue<byte, long> ends in _ends.Values)
        {
            DropEnded(ends, now);
            active += ends.Count;
        }

        return active;
    }

    public bool TryOpen(string instanceId, long now, TimeSpan duration, int quota)
    {
        if (!_ends.TryGetValue(instanceId, out PriorityQueue<byte, long>? ends))
        {
            _ends[instanceId] = ends = new PriorityQueue<byte, long>();
        }

        DropEnded(ends, now);
        if (ends.Count >= quota)
        {
            return false;
        }

        ends.Enqueue(0, now + duration.Ticks);
        return true;
    }

    public void EndAll() => _ends.Clear();

    private static void DropEnded(PriorityQueue<byte, long> ends, long now)
    {
        while (ends.TryPeek(out _, out long end) && end <= now)
        {
            ends.Dequeue();
        }
    }
}
