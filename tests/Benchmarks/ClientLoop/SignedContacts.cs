using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ConnectOutbound.ClientLoop;

/// <summary>HttpClient and Signature Version 4, with nothing around them: the day's key is kept, nothing is repeated, classified or reported.</summary>
internal sealed class SignedContacts(Uri url, int workers) : Contacts
{
    private const string Region = "us-east-1";
    private const string Key = "AKIAEXAMPLE";
    private const string Secret = "SECRET";
    private readonly HttpClient _http = Http(workers);
    private readonly Uri _target = new(url, "/contact/outbound-chat");
    private (string Day, byte[] Key) _signing = ("", []);

    public override async Task StartAsync(int i)
    {
        byte[] body = ChatJson.Of(i);
        using var request = new HttpRequestMessage(HttpMethod.Put, _target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Sign(request, body);
        using HttpResponseMessage answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        if (json.RootElement.GetProperty("ContactId").GetString() is not { Length: > 0 })
            throw new InvalidOperationException("There is no ContactId.");
    }

    public override void Dispose() => _http.Dispose();

    private void Sign(HttpRequestMessage request, byte[] body)
    {
        string time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string day = time[..8];
        string hash = Convert.ToHexStringLower(SHA256.HashData(body));
        string canonical =
            $"PUT\n{_target.AbsolutePath}\n\ncontent-type:application/json\nhost:{_target.Authority}\nx-amz-content-sha256:{hash}\nx-amz-date:{time}\n"
            + $"\ncontent-type;host;x-amz-content-sha256;x-amz-date\n{hash}";
        string toSign =
            $"AWS4-HMAC-SHA256\n{time}\n{day}/{Region}/connect/aws4_request\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(SigningKey(day), Encoding.UTF8.GetBytes(toSign)));
        request.Headers.TryAddWithoutValidation("x-amz-date", time);
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", hash);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={Key}/{day}/{Region}/connect/aws4_request, "
                + $"SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, Signature={signature}");
    }

    private byte[] SigningKey(string day)
    {
        (string Day, byte[] Key) known = _signing;
        if (known.Day == day)
            return known.Key;
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + Secret);
        foreach (string part in new[] { day, Region, "connect", "aws4_request" })
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        _signing = (day, key);
        return key;
    }
}
