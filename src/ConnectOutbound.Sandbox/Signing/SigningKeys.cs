using System.Security.Cryptography;
using System.Text;

namespace ConnectOutbound.Sandbox.Signing;

/// <summary>Signs for one secret; keeps the key of the last scope, which hardly ever changes.</summary>
internal sealed class SigningKeys
{
    private readonly byte[] _secret;
    private volatile ScopeKey? _last;

    public SigningKeys(string secretKey) => _secret = Encoding.UTF8.GetBytes("AWS4" + secretKey);

    public string Sign(AuthorizationHeader header, string timestamp, string canonicalRequestHash)
    {
        string scope = header.Scope;
        ScopeKey? key = _last;
        if (key is null || key.Scope != scope)
        {
            _last = key = new ScopeKey(scope, Derive(scope));
        }

        return CanonicalRequest.LowerHex(Mac(key.Key, $"AWS4-HMAC-SHA256\n{timestamp}\n{scope}\n{canonicalRequestHash}"));
    }

    // Day, region, service and the terminator, one after the other.
    private byte[] Derive(string scope) => scope.Split('/').Aggregate(_secret, Mac);

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private sealed record ScopeKey(string Scope, byte[] Key);
}
