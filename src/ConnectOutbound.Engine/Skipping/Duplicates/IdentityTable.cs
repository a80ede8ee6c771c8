using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Skipping.Duplicates;

/// <summary>Which row was the first with an identity. Sixteen to thirty-two bytes for each: a run of a million rows remembers all of them.</summary>
/// <remarks>It grows a segment at a time (extendible hashing), so that it never takes the room of two.</remarks>
internal sealed class IdentityTable
{
    // The segment of a hash is found by its first bits, as many as the fullest part needs; where fewer do, several places hold the same segment.
    private IdentitySegment[] _segments = [new IdentitySegment(0)];
    private int _depth;
    private string? _instance;

    /// <summary>How many identities there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first row with an identity.</summary>
    /// <param name="identity">The identity.</param>
    /// <returns>The row's number; null where none has it.</returns>
    public long? Find(ContactIdentity identity)
    {
        ulong key = KeyOf(identity);
        ulong hash = HashOf(key);
        return _segments[PlaceOf(hash)].Find(key, hash);
    }

    /// <summary>Remembers a row, unless an earlier one has the identity.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="row">The row's number.</param>
    /// <returns>False where it was known.</returns>
    public bool Add(ContactIdentity identity, long row)
    {
        _instance ??= identity.InstanceId;
        ulong key = KeyOf(identity);
        ulong hash = HashOf(key);
        if (_segments[PlaceOf(hash)].Find(key, hash) is not null)
            return false;
        while (_segments[PlaceOf(hash)].IsFull)
            Split(PlaceOf(hash));
        _segments[PlaceOf(hash)].Add(key, hash, (uint)Math.Min(row, uint.MaxValue));
        Count++;
        return true;
    }

    // Numbers of one area differ in their last digits only; these come to bear on all bits, and no two keys have the same hash.
    private static ulong HashOf(ulong key)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        ulong spread = key * Odd;
        return (spread ^ (spread >> 32)) * Odd;
    }

    private int PlaceOf(ulong hash) => _depth == 0 ? 0 : (int)(hash >> (64 - _depth));

    private void Split(int place)
    {
        IdentitySegment full = _segments[place];
        if (full.Depth == _depth)
        {
            _segments = [.. _segments.SelectMany(segment => new[] { segment, segment })];
            _depth++;
            place *= 2;
        }

        IdentitySegment other = full.Split(HashOf);
        // Its places are neighbours: the upper half of them goes to the other.
        int places = 1 << (_depth - full.Depth);
        int first = place / (2 * places) * (2 * places);
        Array.Fill(_segments, other, first + places, places);
    }

    // A number of the first instance stands for itself, exactly: it has at most 15 digits. Any other identity is a hash with the highest bit set.
    private ulong KeyOf(ContactIdentity identity)
    {
        string destination = PhoneNumber.SameDestinationKey(identity.Destination);
        if (identity.Key.Length == 0 && (_instance is null || string.Equals(identity.InstanceId, _instance, StringComparison.Ordinal)))
            return ulong.Parse(destination.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{identity.InstanceId}\0{destination}\0{identity.Key}"));
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) | (1UL << 63);
    }
}
