using System.Net.Http.Headers;

namespace ConnectOutbound.ClientLoop;

/// <summary>The same bytes each time, the answer read and not looked at.</summary>
internal sealed class BareContacts(Uri url, int workers) : Contacts
{
    private readonly HttpClient _http = Http(workers);
    private readonly Uri _target = new(url, "/contact/outbound-chat");
    private readonly byte[] _body = ChatJson.Of(0);

    public override async Task StartAsync(int i)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, _target) { Content = new ByteArrayContent(_body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    public override void Dispose() => _http.Dispose();
}
