using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Running;

/// <summary>Holds back rows that bring a token which an earlier row brought already: the service would take both for one contact.</summary>
internal sealed class TokenGate
{
    // Only rows that bring a token of their own are remembered, each by 16 bytes.
    private readonly Dictionary<ulong, long> _rowOfToken = [];

    /// <summary>Looks whether the row's own token was used before, and remembers it.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>The number of the earlier row; null where there is none.</returns>
    public long? Earlier(CheckedRow row)
    {
        if (!row.BringsOwnToken)
            return null;
        ulong key = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(row.Request!.ClientToken!)));
        return _rowOfToken.TryAdd(key, row.Row.Number) ? null : _rowOfToken[key];
    }
}
