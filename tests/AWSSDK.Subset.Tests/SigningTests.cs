using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests;

public sealed class SigningTests
{
    private static readonly RawAnswer Started = RawAnswer.Json(200, """{"ContactId":"c-1"}""");

    [Fact]
    public async Task The_signature_is_the_one_that_the_secret_gives()
    {
        await using var server = new HostileEndpoint(Started);
        using var client = Clients.For(server);

        await client.StartOutboundChatContactAsync(SampleRequests.Complete());

        AssertSigned(server, Clients.Region);
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        await using var server = new HostileEndpoint(Started);
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, "session/token==", Clients.Config(server));

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        var request = AssertSigned(server, Clients.Region);
        Assert.Equal("session/token==", request.Header("X-Amz-Security-Token"));
        Assert.Contains("x-amz-security-token", SigV4.Parts(request)["SignedHeaders"].Split(';'));
    }

    [Fact]
    public async Task Credentials_that_have_to_be_waited_for_sign_too()
    {
        await using var server = new HostileEndpoint(Started);
        using var client = new AmazonConnectClient(
            new LateCredentials(() => new ImmutableCredentials(Clients.AccessKey, Clients.Secret, "late-token")),
            Clients.Config(server));

        await client.StartOutboundChatContactAsync(SampleRequests.Complete());

        Assert.Equal("late-token", AssertSigned(server, Clients.Region).Header("X-Amz-Security-Token"));
    }

    [Fact]
    public async Task A_request_is_signed_with_the_credentials_that_its_token_is_of()
    {
        await using var server = new HostileEndpoint(Started);
        using var client = new AmazonConnectClient(new RenewedCredentials(), Clients.Config(server));

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        var request = Assert.Single(server.Requests);
        Assert.Equal(SigV4.Signature(request, request.Header("X-Amz-Security-Token")!, Clients.Region, "connect"), SigV4.Parts(request)["Signature"]);
    }

    [Fact]
    public async Task Credentials_that_change_sign_the_next_request()
    {
        string secret = "before";
        await using var server = new HostileEndpoint(Started);
        using var client = new AmazonConnectClient(
            new LateCredentials(() => new ImmutableCredentials(Clients.AccessKey, secret, null)),
            Clients.Config(server));
        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        secret = "after";
        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        Assert.Equal(
            [SigV4.Signature(server.Requests[0], "before", Clients.Region, "connect"), SigV4.Signature(server.Requests[1], "after", Clients.Region, "connect")],
            server.Requests.Select(request => SigV4.Parts(request)["Signature"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Credentials_that_cannot_be_had_fail_the_task_and_send_nothing(bool late)
    {
        await using var server = new HostileEndpoint(Started);
        AWSCredentials credentials = late ? new LateCredentials(() => throw new InvalidOperationException("none")) : new NoCredentials();
        using var client = new AmazonConnectClient(credentials, Clients.Config(server));

        Task call = client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        Assert.Equal("none", (await Assert.ThrowsAsync<InvalidOperationException>(() => call)).Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_request_that_cannot_be_written_fails_the_task()
    {
        await using var server = new HostileEndpoint(Started);
        using var client = Clients.For(server);

        Task call = client.DescribeContactAsync(new DescribeContactRequest { InstanceId = "..", ContactId = "c-1" });

        await Assert.ThrowsAsync<AmazonClientException>(() => call);
    }

    [Fact]
    public async Task Anonymous_credentials_send_without_a_signature()
    {
        await using var server = new HostileEndpoint(Started);
        using var client = new AmazonConnectClient(new AnonymousAWSCredentials(), Clients.Config(server));

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        Assert.Null(Assert.Single(server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task The_body_is_signed()
    {
        await using var server = new HostileEndpoint(Started);
        using var client = Clients.For(server);
        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());
        var request = Assert.Single(server.Requests);

        request.Body[^3] ^= 1;

        Assert.NotEqual(SigV4.Parts(request)["Signature"], SigV4.Signature(request, Clients.Secret, Clients.Region, "connect"));
    }

    [Fact]
    public async Task A_region_that_the_sdk_does_not_know_signs_under_its_own_name()
    {
        await using var server = new HostileEndpoint(Started);
        var config = Clients.Config(server);
        config.AuthenticationRegion = "xx-elsewhere-7";
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, config);

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        AssertSigned(server, "xx-elsewhere-7");
    }

    private static ReceivedRequest AssertSigned(HostileEndpoint server, string region)
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
