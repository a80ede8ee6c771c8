using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ConnectOutbound.Sandbox.State;

/// <summary>
/// Remembers which contact a client token started, for seven days. Keeps a digest of each token, so that a million of them
/// take tens of megabytes however long they are. Not safe for several threads: its owner holds a lock.
/// </summary>
internal sealed class TokenMemory
{
    private static readonly long s_life = TimeSpan.FromDays(7).Ticks;
    private static readonly long s_sweepInterval = TimeSpan.FromDays(1).Ticks;

    private readonly Dictionary<UInt128, Entry> _entries = [];
    private long _nextSweep;

    public int Count => _entries.Count;

    /// <summary>The name of a token in an instance; computed outside the lock.</summary>
    public static UInt128 KeyOf(string instanceId, string token)
    {
        // The length in front keeps the two parts apart, whatever characters they hold.
        byte[] text = Encoding.UTF8.GetBytes($"{instanceId.Length}:{instanceId.ToLowerInvariant()}{token}");
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    public Guid? Find(UInt128 key, long now) => _entries.TryGetValue(key, out Entry entry) && now < entry.EndsAt ? entry.ContactId : null;

    public void Add(UInt128 key, Guid contactId, long now)
    {
        Sweep(now);
        _entries[key] = new Entry(contactId, now + s_life);
    }

    public void Clear() => _entries.Clear();

    private void Sweep(long now)
    {
        if (now < _nextSweep)
        {
            return;
        }

        _nextSweep = now + s_sweepInterval;
        foreach ((UInt128 key, Entry entry) in _entries)
        {
            if (entry.EndsAt <= now)
            {
                _entries.Remove(key);
            }
        }
    }

    private readonly record struct Entry(Guid ContactId, long EndsAt);
}
