using Amazon.Connect;
using Amazon.Tests.Support;

namespace Amazon.Tests;

[Collection(EnvironmentTestGroup.Name)]
public sealed class EnvironmentEndpointTests
{
    [Fact]
    public void The_region_comes_from_the_environment()
    {
        using var environment = new EnvironmentScope(("AWS_REGION", "ap-northeast-2"));

        Assert.Equal("https://connect.ap-northeast-2.amazonaws.com", Endpoint(new()));
    }

    [Fact]
    public void The_region_comes_from_the_profile()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "seoul"));
        environment.Config("[profile seoul]\nregion = ap-northeast-2\n");

        Assert.Equal("https://connect.ap-northeast-2.amazonaws.com", Endpoint(new()));
    }

    [Fact]
    public void Fips_and_dual_stack_come_from_the_environment()
    {
        using var environment = new EnvironmentScope(
            ("AWS_REGION", "us-east-1"), ("AWS_USE_FIPS_ENDPOINT", "true"), ("AWS_USE_DUALSTACK_ENDPOINT", "true"));

        Assert.Equal("https://connect-fips.us-east-1.api.aws", Endpoint(new()));
    }

    [Fact]
    public void The_endpoint_of_all_services_comes_from_the_environment()
    {
        using var environment = new EnvironmentScope(("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL", "http://localhost:1001"));

        Assert.Equal("http://localhost:1001/", Endpoint(new()));
    }

    [Fact]
    public void The_endpoint_of_connect_goes_before_the_one_of_all_services()
    {
        using var environment = new EnvironmentScope(
            ("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL", "http://localhost:1001"), ("AWS_ENDPOINT_URL_CONNECT", "http://localhost:1002"));

        Assert.Equal("http://localhost:1002/", Endpoint(new()));
    }

    [Fact]
    public void Configured_endpoints_can_be_ignored()
    {
        using var environment = new EnvironmentScope(
            ("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL_CONNECT", "http://localhost:1002"), ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"));

        Assert.Equal("https://connect.us-east-1.amazonaws.com", Endpoint(new()));
    }

    [Fact]
    public void The_endpoint_comes_from_the_profile()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "local"));
        environment.Config("[profile local]\nregion = us-east-1\nendpoint_url = http://localhost:1003\n");

        Assert.Equal("http://localhost:1003/", Endpoint(new()));
    }

    [Fact]
    public void The_endpoint_of_connect_comes_from_the_profiles_services()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "local"));
        environment.Config(
            "[profile local]\nregion = us-east-1\nservices = here\nendpoint_url = http://localhost:1003\n\n" +
            "[services here]\nconnect =\n  endpoint_url = http://localhost:1004\n");

        Assert.Equal("http://localhost:1004/", Endpoint(new()));
    }

    [Fact]
    public void An_endpoint_in_the_settings_goes_before_all_others()
    {
        using var environment = new EnvironmentScope(("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL_CONNECT", "http://localhost:1002"));

        Assert.Equal("http://localhost:1005/", Endpoint(new() { ServiceURL = "http://localhost:1005" }));
    }

    [Fact]
    public async Task A_request_to_an_endpoint_from_the_environment_is_signed_for_the_region_from_the_environment()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"ContactId":"c-1"}"""));
        using var environment = new EnvironmentScope(("AWS_REGION", Clients.Region), ("AWS_ENDPOINT_URL_CONNECT", server.Url));
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, new AmazonConnectConfig());

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        AssertSignedFor(Clients.Region, server);
    }

    [Fact]
    public async Task With_an_endpoint_from_the_environment_the_authentication_region_chooses_the_region_to_sign_for()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"ContactId":"c-1"}"""));
        using var environment = new EnvironmentScope(("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL_CONNECT", server.Url));
        using var client = new AmazonConnectClient(
            Clients.AccessKey,
            Clients.Secret,
            new AmazonConnectConfig
            {
                // An endpoint discards the RegionEndpoint; the region of the environment would sign.
                RegionEndpoint = RegionEndpoint.GetBySystemName(Clients.Region),
                AuthenticationRegion = Clients.Region,
            });

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        AssertSignedFor(Clients.Region, server);
    }

    private static void AssertSignedFor(string region, HostileEndpoint server)
    {
        var request = Assert.Single(server.Requests);
        Assert.Equal(region, SigV4.Parts(request)["Credential"].Split('/')[2]);
        Assert.Equal(SigV4.Signature(request, Clients.Secret, region, "connect"), SigV4.Parts(request)["Signature"]);
    }

    private static string Endpoint(AmazonConnectConfig config)
    {
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, config);
        return client.DetermineServiceOperationEndpoint(SampleRequests.Minimal()).URL;
    }
}
