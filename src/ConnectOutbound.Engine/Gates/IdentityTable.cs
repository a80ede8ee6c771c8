using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ConnectOutbound.Engine.Journal;

namespace ConnectOutbound.Engine.Gates;

/// <summary>Which row was the first with an identity. Sixteen bytes or so for each: a run of a million rows remembers all of them.</summary>
internal sealed class IdentityTable
{
    private const int SmallestCapacity = 1024;

    // Open addressing; 0 is a free place, and no number.
    private ulong[] _keys = new ulong[SmallestCapacity];
    private uint[] _rows = new uint[SmallestCapacity];
    private string? _instance;

    /// <summary>How many identities there are.</summary>
    public int Count { get; private set; }

    /// <summary>The first row with an identity.</summary>
    /// <param name="identity">The identity.</param>
    /// <returns>The row's number; null where none has it.</returns>
    public long? Find(ContactIdentity identity)
    {
        int at = PlaceOf(_keys, KeyOf(identity));
        return _keys[at] == 0 ? null : _rows[at];
    }

    /// <summary>Remembers a row, unless an earlier one has the identity.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="row">The row's number.</param>
    /// <returns>False where it was known.</returns>
    public bool Add(ContactIdentity identity, long row)
    {
        _instance ??= identity.InstanceId;
        ulong key = KeyOf(identity);
        int at = PlaceOf(_keys, key);
        if (_keys[at] != 0)
            return false;
        _keys[at] = key;
        _rows[at] = (uint)Math.Min(row, uint.MaxValue);
        if (++Count > _keys.Length * 3L / 4)
            Grow();
        return true;
    }

    // A number of the first instance stands for itself, exactly: it has at most 15 digits. Any other identity is a hash with the highest bit set.
    private ulong KeyOf(ContactIdentity identity)
    {
        if (identity.Key.Length == 0 && (_instance is null || string.Equals(identity.InstanceId, _instance, StringComparison.Ordinal)))
            return ulong.Parse(identity.Destination.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{identity.InstanceId}\0{identity.Destination}\0{identity.Key}"));
        return BinaryPrimitives.ReadUInt64LittleEndian(hash) | (1UL << 63);
    }

    private static int PlaceOf(ulong[] keys, ulong key)
    {
        // Numbers of one area differ in their last digits only: multiplied, they spread over the table.
        int at = (int)((key * 0x9E3779B97F4A7C15) >> 32) & (keys.Length - 1);
        while (keys[at] != 0 && keys[at] != key)
            at = (at + 1) & (keys.Length - 1);
        return at;
    }

    private void Grow()
    {
        var keys = new ulong[_keys.Length * 2];
        var rows = new uint[keys.Length];
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] == 0)
                continue;
            int at = PlaceOf(keys, _keys[i]);
            keys[at] = _keys[i];
            rows[at] = _rows[i];
        }

        (_keys, _rows) = (keys, rows);
    }
}
