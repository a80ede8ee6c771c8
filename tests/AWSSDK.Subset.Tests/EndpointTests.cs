using System.Text.Json.Nodes;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.RestJson;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests;

public sealed class EndpointTests
{
    private const string Resolve = """
        import json, sys
        from botocore.endpoint_provider import EndpointProvider
        from botocore.exceptions import EndpointProviderError
        from botocore.loaders import create_loader
        loader = create_loader()
        partitions = loader.load_data('partitions')
        provider = EndpointProvider(loader.load_service_model('connect', 'endpoint-rule-set-1'), partitions)
        given = json.load(sys.stdin)
        regions = sorted(set(given) | {region for partition in partitions['partitions'] for region in partition['regions']})
        answers = []
        for region in regions:
            for fips in (False, True):
                for dual in (False, True):
                    try:
                        result = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual).url
                    except EndpointProviderError as error:
                        result = 'error: ' + str(error)
                    answers.append({'region': region, 'fips': fips, 'dual': dual, 'result': result})
        json.dump(answers, sys.stdout)
        """;

    [Theory]
    [InlineData("us-east-1", false, false, "https://connect.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://connect-fips.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://connect.us-east-1.api.aws")]
    [InlineData("us-east-1", true, true, "https://connect-fips.us-east-1.api.aws")]
    [InlineData("ap-southeast-2", false, false, "https://connect.ap-southeast-2.amazonaws.com")]
    [InlineData("eu-elsewhere-9", false, false, "https://connect.eu-elsewhere-9.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "https://connect.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-north-1", false, true, "https://connect.cn-north-1.api.amazonwebservices.com.cn")]
    [InlineData("us-gov-west-1", false, false, "https://connect.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://connect.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, true, "https://connect-fips.us-gov-west-1.api.aws")]
    [InlineData("us-iso-east-1", false, false, "https://connect.us-iso-east-1.c2s.ic.gov")]
    [InlineData("us-isob-east-1", true, false, "https://connect-fips.us-isob-east-1.sc2s.sgov.gov")]
    public void A_region_has_its_endpoint(string region, bool fips, bool dualStack, string url)
    {
        Assert.Equal(url, Of(region, fips, dualStack));
    }

    [Fact]
    public void A_fips_region_name_is_the_region_with_fips()
    {
        var config = new AmazonConnectConfig { RegionEndpoint = RegionEndpoint.GetBySystemName("fips-us-west-2") };

        Assert.Equal("https://connect-fips.us-west-2.amazonaws.com", Of(config));
    }

    [Theory]
    [InlineData(true, false, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    [InlineData(false, true, "Invalid Configuration: Dualstack and custom endpoint are not supported")]
    [InlineData(true, true, "Invalid Configuration: FIPS and custom endpoint are not supported")]
    public void A_custom_endpoint_excludes_fips_and_dual_stack(bool fips, bool dualStack, string message)
    {
        var config = new AmazonConnectConfig { ServiceURL = "https://example.com", UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack };

        Assert.Equal(message, Assert.Throws<AmazonClientException>(() => Of(config)).Message);
    }

    [Theory]
    [InlineData("https://example.com:8443", "https://example.com:8443/")]
    [InlineData("http://127.0.0.1:9000/base/", "http://127.0.0.1:9000/base/")]
    public void A_custom_endpoint_is_taken_as_it_is(string given, string url)
    {
        Assert.Equal(url, Of(new AmazonConnectConfig { ServiceURL = given, AuthenticationRegion = "us-west-2" }));
    }

    [Theory]
    [InlineData("evil.example/")]
    [InlineData("a.b")]
    [InlineData("-a")]
    [InlineData("us east 1")]
    public void A_region_that_would_change_the_host_is_refused(string region)
    {
        Assert.Throws<AmazonClientException>(() => Of(region, fips: false, dualStack: false));
    }

    [Fact]
    public void Without_region_and_custom_endpoint_there_is_no_endpoint()
    {
        Assert.Equal(
            "Invalid Configuration: Missing Region",
            Assert.Throws<AmazonClientException>(() => new AmazonConnectConfig().EndpointProvider.ResolveEndpoint(new())).Message);
    }

    [Fact]
    public async Task The_base_path_of_a_custom_endpoint_is_kept_and_signed()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"ContactId":"c-1"}"""));
        var config = Clients.Config(server);
        config.ServiceURL = $"{server.Url}/base";
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, config);

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        var request = Assert.Single(server.Requests);
        Assert.Equal("/base/contact/outbound-chat", request.Target);
        Assert.Equal(SigV4.Signature(request, Clients.Secret, Clients.Region, "connect"), SigV4.Parts(request)["Signature"]);
    }

    [Fact]
    public void Of_region_and_custom_endpoint_the_one_set_last_holds()
    {
        var region = RegionEndpoint.USWest2;

        Assert.Equal("https://example.com/", Of(new AmazonConnectConfig { RegionEndpoint = region, ServiceURL = "https://example.com" }));
        Assert.Equal("https://connect.us-west-2.amazonaws.com", Of(new AmazonConnectConfig { ServiceURL = "https://example.com", RegionEndpoint = region }));
    }

    [BotocoreFact]
    public void Every_combination_has_the_endpoint_that_botocore_resolves()
    {
        JsonNode further = new JsonArray(
            "us-east-99", "cn-new-1", "us-gov-new-1", "us-iso-new-1", "us-isob-new-1", "eu-isoe-new-1", "us-isof-new-1", "zz-top-1", "aws-global");
        var answers = Python.Run(Resolve, further).AsArray();

        Assert.True(answers.Count > 100);
        Assert.All(answers, answer =>
        {
            string region = answer!["region"]!.GetValue<string>();
            Assert.Equal(answer["result"]!.GetValue<string>(), Try(region, answer["fips"]!.GetValue<bool>(), answer["dual"]!.GetValue<bool>()));
        });
    }

    private static string Try(string region, bool fips, bool dualStack)
    {
        try
        {
            return Of(region, fips, dualStack);
        }
        catch (AmazonClientException e)
        {
            return $"error: {e.Message}";
        }
    }

    private static string Of(string region, bool fips, bool dualStack) =>
        new AmazonConnectConfig().EndpointProvider.ResolveEndpoint(new()
        {
            [RegionalEndpointResolver.Region] = region,
            [RegionalEndpointResolver.UseFips] = fips,
            [RegionalEndpointResolver.UseDualStack] = dualStack,
        }).URL;

    private static string Of(AmazonConnectConfig config)
    {
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, config);
        return client.DetermineServiceOperationEndpoint(new StartOutboundChatContactRequest()).URL;
    }
}
