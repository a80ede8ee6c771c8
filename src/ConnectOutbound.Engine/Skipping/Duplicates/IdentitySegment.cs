namespace ConnectOutbound.Engine.Skipping.Duplicates;

/// <summary>
/// A part of an <see cref="IdentityTable"/>: the keys whose hashes begin with the same bits. It does not grow; when it is full, half of it moves to
/// another.
/// </summary>
/// <param name="depth">How many bits all its hashes have in common.</param>
internal sealed class IdentitySegment(int depth)
{
    // 48 kB: small enough to be collected like anything else that is short-lived or moved.
    private const int Capacity = 4096;
    private const int Most = Capacity * 3 / 4;

    // Open addressing; 0 is a free place, and no key.
    private readonly ulong[] _keys = new ulong[Capacity];
    private readonly uint[] _rows = new uint[Capacity];
    private int _count;

    /// <summary>How many bits all its hashes have in common.</summary>
    public int Depth { get; private set; } = depth;

    /// <summary>Whether it has to be halved before another key is added.</summary>
    public bool IsFull => _count == Most;

    /// <summary>The row of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <returns>The row; null where the key is not here.</returns>
    public uint? Find(ulong key, ulong hash)
    {
        int at = PlaceOf(key, hash);
        return _keys[at] == 0 ? null : _rows[at];
    }

    /// <summary>Adds a key that is not here.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="row">Its row.</param>
    public void Add(ulong key, ulong hash, uint row)
    {
        int at = PlaceOf(key, hash);
        _keys[at] = key;
        _rows[at] = row;
        _count++;
    }

    /// <summary>Halves it, by the next bit of the hashes.</summary>
    /// <param name="hashOf">Gives a key's hash.</param>
    /// <returns>The half whose hashes have that bit set; the other stays here.</returns>
    public IdentitySegment Split(Func<ulong, ulong> hashOf)
    {
        var other = new IdentitySegment(++Depth);
        ulong[] keys = [.. _keys];
        uint[] rows = [.. _rows];
        Array.Clear(_keys);
        _count = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
                continue;
            ulong hash = hashOf(keys[i]);
            (((hash >> (64 - Depth)) & 1) == 0 ? this : other).Add(keys[i], hash, rows[i]);
        }

        return other;
    }

    // The first bits are those of the segment.
    private int PlaceOf(ulong key, ulong hash)
    {
        int at = (int)(hash >> 20) & (Capacity - 1);
        while (_keys[at] != 0 && _keys[at] != key)
            at = (at + 1) & (Capacity - 1);
        return at;
    }
}
