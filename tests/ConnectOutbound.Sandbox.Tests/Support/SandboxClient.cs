using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ConnectOutbound.Sandbox.Tests.Support;

/// <summary>Sends requests whose signature has the right form and no meaning.</summary>
internal sealed class SandboxClient : IDisposable
{
    public const string Path = "/contact/outbound-chat";

    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public SandboxClient(OutboundSandbox sandbox, TimeProvider? time = null)
    {
        _http = new HttpClient { BaseAddress = new Uri(sandbox.EndpointUrl), Timeout = TimeSpan.FromSeconds(30) };
        _time = time ?? TimeProvider.System;
    }

    public static string Timestamp(DateTimeOffset time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public static string Authorization(string timestamp, string key = "AKIDEXAMPLE", string service = "connect") =>
        $"AWS4-HMAC-SHA256 Credential={key}/{timestamp[..8]}/us-east-1/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature={new string('0', 64)}";

    public HttpRequestMessage Request(HttpContent? content, HttpMethod? method = null, string path = Path)
    {
        string timestamp = Timestamp(_time.GetUtcNow());
        var request = new HttpRequestMessage(method ?? HttpMethod.Put, path) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Amz-Date", timestamp);
        request.Headers.TryAddWithoutValidation("Authorization", Authorization(timestamp));
        return request;
    }

    public Task<Answer> StartAsync(JsonObject body) => StartAsync(body.ToJsonString());

    public Task<Answer> StartAsync(string body)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync(Request(content));
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using HttpResponseMessage response = await _http.SendAsync(request);
            return await Answer.OfAsync(response);
        }
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<HttpResponseMessage> RawSendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose() => _http.Dispose();
}
