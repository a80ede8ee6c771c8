using System.Net;
using ConnectOutbound.Sandbox.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ConnectOutbound.Sandbox.Tests;

public sealed class SignatureTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly SandboxServer _sandbox;
    private readonly SandboxClient _client;

    public SignatureTests()
    {
        _sandbox = SandboxServer.Start(Sandboxes.NoQuota, _time);
        _client = new SandboxClient(_sandbox, _time);
    }

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public async Task A_request_without_a_signature_answers_MissingAuthenticationTokenException()
    {
        HttpRequestMessage request = Request();
        request.Headers.Remove("Authorization");

        await AssertRefusedAsync(request, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/connect/aws4_request")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260301/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature={0}")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/2026/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature={0}")]
    [InlineData("AWS4-HMAC-SHA256 Credential=/20260301/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature={0}")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature=abc")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/connect/aws4_request, SignedHeaders=host, Signature={0}")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/connect/aws4_request, SignedHeaders=x-amz-date;host, Signature={0}")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/connect/aws4_request, SignedHeaders=Host;x-amz-date, Signature={0}")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date;x-other, Signature={0}")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature={0}, Signature={0}")]
    [InlineData("AWS4-HMAC-SHA256 Credential=A/20260301/us-east-1/connect/aws4_request, SignedHeaders=host;x-amz-date, Signature={0}, Other=1")]
    public async Task An_ill_formed_signature_answers_IncompleteSignatureException(string authorization)
    {
        HttpRequestMessage request = Request();
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", authorization.Replace("{0}", new string('a', 64), StringComparison.Ordinal));

        await AssertRefusedAsync(request, "IncompleteSignatureException", "Authorization");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-03-01T12:00:00Z")]
    public async Task A_request_without_a_readable_time_answers_IncompleteSignatureException(string? timestamp)
    {
        HttpRequestMessage request = Request();
        request.Headers.Remove("X-Amz-Date");
        if (timestamp is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Date", timestamp);
        }

        await AssertRefusedAsync(request, "IncompleteSignatureException", "X-Amz-Date");
    }

    [Fact]
    public async Task A_session_token_that_is_not_signed_answers_IncompleteSignatureException()
    {
        HttpRequestMessage request = Request();
        request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", "TOKEN");

        await AssertRefusedAsync(request, "IncompleteSignatureException", "x-amz-security-token");
    }

    [Fact]
    public async Task A_signature_for_another_service_answers_InvalidSignatureException()
    {
        HttpRequestMessage request = Request();
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", SandboxClient.Authorization("20260301T120000Z", service: "s3"));

        await AssertRefusedAsync(request, "InvalidSignatureException", "correct service: 'connect'");
    }

    [Fact]
    public async Task A_signature_of_another_day_than_its_scope_answers_InvalidSignatureException()
    {
        HttpRequestMessage request = Request();
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", SandboxClient.Authorization("20260228T120000Z"));

        await AssertRefusedAsync(request, "InvalidSignatureException", "Date in Credential scope");
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, "Signature expired: 20260301T120000Z is now earlier than 20260301T120001Z (20260301T120501Z - 5 min.)")]
    [InlineData(-300, null)]
    [InlineData(-301, "Signature not yet current: 20260301T120000Z is still later than 20260301T115959Z (20260301T115459Z + 5 min.)")]
    public async Task A_signature_holds_for_five_minutes_either_way(int seconds, string? message)
    {
        var signedAt = new FakeTimeProvider(_time.GetUtcNow());
        var arrivesAt = new FakeTimeProvider(_time.GetUtcNow().AddSeconds(seconds));
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota, arrivesAt);
        using var client = new SandboxClient(sandbox, signedAt);

        Answer answer = await client.StartAsync(Bodies.Minimal());

        Assert.Equal(message is null ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(message is null ? null : "InvalidSignatureException", answer.ErrorType);
        Assert.Equal(message ?? "", answer.Message);
    }

    [Fact]
    public async Task A_sandbox_with_a_clock_of_its_own_can_take_signatures_of_any_time()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { AllowedClockSkew = TimeSpan.MaxValue }, _time);
        using var client = new SandboxClient(sandbox, TimeProvider.System);

        Assert.Equal(HttpStatusCode.OK, (await client.StartAsync(Bodies.Minimal())).Status);
    }

    [Fact]
    public async Task Any_region_is_taken()
    {
        HttpRequestMessage request = Request();
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation(
            "Authorization", SandboxClient.Authorization("20260301T120000Z").Replace("us-east-1", "ap-southeast-2", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await _client.SendAsync(request)).Status);
    }

    [Fact]
    public async Task With_credentials_another_key_answers_UnrecognizedClientException()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { AccessKey = "AKIDKNOWN", SecretKey = "secret" }, _time);
        using var client = new SandboxClient(sandbox, _time);

        Answer answer = await client.StartAsync(Bodies.Minimal());

        Assert.Equal((HttpStatusCode.Forbidden, "UnrecognizedClientException"), (answer.Status, answer.ErrorType));
    }

    [Fact]
    public async Task With_credentials_a_signature_of_the_right_form_is_not_enough()
    {
        using var sandbox = SandboxServer.Start(Sandboxes.NoQuota with { AccessKey = "AKIDEXAMPLE", SecretKey = "secret" }, _time);
        using var client = new SandboxClient(sandbox, _time);

        Answer answer = await client.StartAsync(Bodies.Minimal());

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidSignatureException"), (answer.Status, answer.ErrorType));
        Assert.Contains("does not match", answer.Message, StringComparison.Ordinal);
        Assert.Equal(0, sandbox.ContactCount);
    }

    private HttpRequestMessage Request() => _client.Request(new StringContent(Bodies.Minimal().ToJsonString()));

    private async Task AssertRefusedAsync(HttpRequestMessage request, string code, string message)
    {
        Answer answer = await _client.SendAsync(request);

        Assert.Equal((HttpStatusCode.Forbidden, code), (answer.Status, answer.ErrorType));
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
        Assert.Equal(0, _sandbox.ContactCount);
    }
}
