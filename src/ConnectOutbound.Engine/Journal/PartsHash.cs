using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace ConnectOutbound.Engine.Journal;

/// <summary>
/// A hash of texts in their order, each with its length before it, so that no two different lists run together; null has a length of its own.
/// They are gathered and hashed at once: to hash them one by one takes four times as long.
/// </summary>
internal ref struct PartsHash
{
    /// <summary>The length of <see cref="Sha256"/> in bytes.</summary>
    public const int Sha256Length = SHA256.HashSizeInBytes;

    /// <summary>The length of <see cref="XxHash"/> in bytes.</summary>
    public const int XxHashLength = 16;

    private byte[]? _rented;
    private Span<byte> _bytes;
    private int _length;

    /// <summary>Begins a list.</summary>
    /// <param name="buffer">Room for it; where it is more, an array is rented.</param>
    public PartsHash(Span<byte> buffer) => _bytes = buffer;

    /// <summary>Adds a text.</summary>
    public void Add(string? text)
    {
        Reserve(sizeof(int) + (text is null ? 0 : Encoding.UTF8.GetMaxByteCount(text.Length)));
        int written = text is null ? 0 : Encoding.UTF8.GetBytes(text, _bytes[(_length + sizeof(int))..]);
        BinaryPrimitives.WriteInt32BigEndian(_bytes[_length..], text is null ? -1 : written);
        _length += sizeof(int) + written;
    }

    /// <summary>SHA-256, which nobody can make to order. Gives what was rented back.</summary>
    /// <param name="hash">Where to: <see cref="Sha256Length"/> bytes.</param>
    public void Sha256(Span<byte> hash)
    {
        SHA256.HashData(_bytes[.._length], hash);
        Return();
    }

    /// <summary>XXH3 in 128 bits, which tells texts apart in a small part of the time of <see cref="Sha256"/>. Gives what was rented back.</summary>
    /// <param name="hash">Where to: <see cref="XxHashLength"/> bytes.</param>
    public void XxHash(Span<byte> hash)
    {
        XxHash128.Hash(_bytes[.._length], hash);
        Return();
    }

    private void Return()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        this = default;
    }

    private void Reserve(int more)
    {
        if (_length + more <= _bytes.Length)
            return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + more, 2 * _bytes.Length));
        _bytes[.._length].CopyTo(larger);
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        _rented = larger;
        _bytes = larger;
    }
}
