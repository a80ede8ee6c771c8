using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Skipping.Duplicates;

/// <summary>Knows the rows that brought a token of their own: the service would take two with one token for one contact.</summary>
internal sealed class TokenCheck
{
    private readonly Dictionary<ulong, long> _rowOfToken = [];

    /// <summary>Looks whether the row's own token was used before.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>The number of the earlier row; null where there is none.</returns>
    public long? Find(CheckedRow row) => row.BringsOwnToken && _rowOfToken.TryGetValue(KeyOf(row), out long earlier) ? earlier : null;

    /// <summary>Remembers the row's own token.</summary>
    /// <param name="row">A valid row.</param>
    public void Add(CheckedRow row)
    {
        if (row.BringsOwnToken)
            _rowOfToken.TryAdd(KeyOf(row), row.Row.Number);
    }

    private static ulong KeyOf(CheckedRow row) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(row.Request!.ClientToken!)));
}
