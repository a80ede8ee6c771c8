using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using ConnectOutbound.Sandbox.Http;

namespace ConnectOutbound.Sandbox.Signing;

/// <summary>
/// The form of a request that is signed. See "Create a signed AWS API request" in the AWS IAM User Guide.
/// </summary>
internal static class CanonicalRequest
{
    private static readonly SearchValues<char> s_unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>The SHA-256 of the canonical request, in hexadecimal digits.</summary>
    public static string Hash(HttpRequest request, IReadOnlyList<string> signedHeaders)
    {
        var text = new StringBuilder(512);
        text.Append(request.Head.Method).Append('\n')
            .Append(CanonicalPath(request.Head.Path)).Append('\n')
            .Append(CanonicalQuery(request.Head.Query)).Append('\n');
        foreach (string name in signedHeaders)
        {
            text.Append(name).Append(':');
            AppendHeaderValue(text, request.Head.Headers.Find(name) ?? "");
            text.Append('\n');
        }

        text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(HexHash(request.Body.Span));

        // Header values were read as Latin-1; all else is ASCII. So this gives back the bytes as they were sent.
        return HexHash(Encoding.Latin1.GetBytes(text.ToString()));
    }

    public static string HexHash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return LowerHex(digest);
    }

    public static string LowerHex(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    // Each segment of the path, encoded as it is already, is encoded once more: so for all services but S3.
    private static string CanonicalPath(string path) => string.Join('/', path.Split('/').Select(Encode));

    private static string CanonicalQuery(string query)
    {
        if (query.Length == 0)
        {
            return "";
        }

        IEnumerable<(string Name, string Value)> pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? (Reencode(pair), "")
                : (Reencode(pair[..equals]), Reencode(pair[(equals + 1)..]));
        });
        return string.Join('&', pairs
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));
    }

    private static string Reencode(string text) => Encode(Uri.UnescapeDataString(text));

    private static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(s_unreserved))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length + 16);
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            if (s_unreserved.Contains((char)value))
            {
                encoded.Append((char)value);
            }
            else
            {
                encoded.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }

    // Without blanks around it, and with one blank for several.
    private static void AppendHeaderValue(StringBuilder text, string value)
    {
        char before = ' ';
        foreach (char character in value.AsSpan().Trim())
        {
            if (character != ' ' || before != ' ')
            {
                text.Append(character);
            }

            before = character;
        }
    }
}
