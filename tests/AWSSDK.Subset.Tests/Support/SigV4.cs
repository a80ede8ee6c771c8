using System.Security.Cryptography;
using System.Text;

namespace Amazon.Tests.Support;

/// <summary>
/// Signature Version 4 worked out from a received request and a known secret, after "Create a signed AWS API request" in
/// the IAM User Guide.
/// </summary>
internal static class SigV4
{
    public static string Signature(ReceivedRequest request, string secret, string region, string service)
    {
        var authorization = Parts(request);
        string time = request.Header("X-Amz-Date")!;
        string scope = $"{time[..8]}/{region}/{service}/aws4_request";
        string[] target = request.Target.Split('?', 2);
        string[] signed = authorization["SignedHeaders"].Split(';');
        string canonical = string.Join('\n',
        [
            request.Method,
            Encode(target[0], keepSlash: true),
            CanonicalQuery(target.Length == 2 ? target[1] : ""),
            .. signed.Select(name => $"{name}:{request.Header(name)}"),
            "",
            authorization["SignedHeaders"],
            Hex(SHA256.HashData(request.Body)),
        ]);
        string toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = new[] { time[..8], region, service, "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), Hmac);
        return Hex(Hmac(key, toSign));
    }

    /// <summary>The parts of the Authorization header: Credential, SignedHeaders, Signature.</summary>
    public static IReadOnlyDictionary<string, string> Parts(ReceivedRequest request)
    {
        string[] header = request.Header("Authorization")!.Split(' ', 2);
        Assert.Equal("AWS4-HMAC-SHA256", header[0]);
        return header[1].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
    }

    private static string CanonicalQuery(string query) =>
        string.Join(
            '&',
            query.Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Select(part => part.Contains('=') ? part : $"{part}="));

    private static string Encode(string text, bool keepSlash)
    {
        var encoded = new StringBuilder();
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' || (keepSlash && c == '/')) encoded.Append(c);
            else encoded.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
