using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Engine.Skipping.Duplicates;

/// <summary>Knows the tokens that rows or saved results brought: the service would take two requests with one token for one contact.</summary>
internal sealed class TokenCheck
{
    private const string Column = "clienttoken";

    private readonly Dictionary<ulong, (long Row, string Destination)> _rowOfToken = [];

    /// <summary>Looks whether the row's token was used before.</summary>
    /// <param name="row">A valid row.</param>
    /// <returns>The earlier row, and whether it has another destination; null if there is none.</returns>
    public (long Row, bool IsOfOther)? Find(CheckedRow row) =>
        TokenOf(row) is string token && _rowOfToken.TryGetValue(KeyOf(token), out (long Row, string Destination) earlier)
            ? (earlier.Row, earlier.Destination != row.Destination)
            : null;

    /// <summary>Remembers the token of a row that is sent.</summary>
    /// <param name="row">A valid row.</param>
    public void Add(CheckedRow row) => Add(row, TokenOf(row));

    /// <summary>Remembers the token of a contact that exists or may exist.</summary>
    /// <param name="row">The row.</param>
    /// <param name="token">The token; null if it is not known.</param>
    public void Add(CheckedRow row, string? token)
    {
        // A file without tokens repeats none: nothing is remembered of its rows.
        if (token is not null && (row.Saved is not null || row.BringsOwnToken || HasColumn(row)))
            _rowOfToken.TryAdd(KeyOf(token), (row.Row.Number, row.Destination ?? ""));
    }

    private static string? TokenOf(CheckedRow row) => row.Saved is { Meaning: SavedMeaning.InDoubt, ClientToken: string saved } ? saved
        : row.BringsOwnToken || HasColumn(row) ? row.FindRunToken()
        : null;

    private static bool HasColumn(CheckedRow row) => row.Row.Columns.IndexOf(Column) >= 0;

    private static ulong KeyOf(string token) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
