using Amazon.Connect;
using Amazon.Tests.Support;

namespace Amazon.Tests;

public sealed class SigningTests
{
    private static readonly Answer Started = Answer.Json(200, """{"ContactId":"c-1"}""");

    [Fact]
    public async Task The_signature_is_the_one_that_the_secret_gives()
    {
        await using var server = new LoopbackServer(Started);
        using var client = Clients.For(server);

        await client.StartOutboundChatContactAsync(SampleRequests.Complete());

        AssertSigned(server, Clients.Region);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        await using var server = new LoopbackServer(Started);
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, "session/token==", Clients.Config(server));

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        var request = AssertSigned(server, Clients.Region);
        Assert.Equal("session/token==", request.Header("X-Amz-Security-Token"));
        Assert.Contains("x-amz-security-token", SigV4.Parts(request)["SignedHeaders"].Split(';'));
    }

    [Fact]
    public async Task The_body_is_signed()
    {
        await using var server = new LoopbackServer(Started);
        using var client = Clients.For(server);
        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());
        var request = Assert.Single(server.Requests);

        request.Body[^3] ^= 1;

        Assert.NotEqual(SigV4.Parts(request)["Signature"], SigV4.Signature(request, Clients.Secret, Clients.Region, "connect"));
    }

    [Fact]
    public async Task A_region_that_the_sdk_does_not_know_signs_under_its_own_name()
    {
        await using var server = new LoopbackServer(Started);
        var config = Clients.Config(server);
        config.AuthenticationRegion = "xx-elsewhere-7";
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, config);

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        AssertSigned(server, "xx-elsewhere-7");
    }

    private static ReceivedRequest AssertSigned(LoopbackServer server, string region)
    {
        var request = Assert.Single(server.Requests);
        var authorization = SigV4.Parts(request);
        string date = request.Header("X-Amz-Date")![..8];
        Assert.Equal($"{Clients.AccessKey}/{date}/{region}/connect/aws4_request", authorization["Credential"]);
        Assert.Equal(SigV4.Signature(request, Clients.Secret, region, "connect"), authorization["Signature"]);
        Assert.Contains("host", authorization["SignedHeaders"].Split(';'));
        return request;
    }
}
