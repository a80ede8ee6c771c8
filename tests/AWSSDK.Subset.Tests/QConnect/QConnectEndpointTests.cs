using System.Text.Json.Nodes;
using Amazon.QConnect;
using Amazon.QConnect.Model;
using Amazon.RestJson;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests.QConnect;

[Collection(EnvironmentTestGroup.Name)]
public sealed class QConnectEndpointTests
{
    private const string Resolve = """
        import json, sys
        from botocore.endpoint_provider import EndpointProvider
        from botocore.exceptions import EndpointProviderError
        from botocore.loaders import create_loader
        loader = create_loader()
        partitions = loader.load_data('partitions')
        provider = EndpointProvider(loader.load_service_model('qconnect', 'endpoint-rule-set-1'), partitions)
        json.load(sys.stdin)
        answers = []
        for region in sorted({region for partition in partitions['partitions'] for region in partition['regions']}):
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
    [InlineData("us-east-1", false, "https://wisdom.us-east-1.amazonaws.com")]
    [InlineData("us-east-1", true, "https://wisdom-fips.us-east-1.amazonaws.com")]
    [InlineData("cn-north-1", false, "https://wisdom.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", false, "https://wisdom.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, "https://wisdom-fips.us-gov-west-1.amazonaws.com")]
    public void A_region_has_its_endpoint(string region, bool fips, string url)
    {
        Assert.Equal(url, Of(region, fips, dualStack: false));
    }

    [Fact]
    public void The_endpoint_of_qconnect_goes_before_the_one_of_all_services()
    {
        using var environment = new EnvironmentScope(
            ("AWS_REGION", "us-east-1"), ("AWS_ENDPOINT_URL", "http://localhost:1001"),
            ("AWS_ENDPOINT_URL_QCONNECT", "http://localhost:1002"), ("AWS_ENDPOINT_URL_CONNECT", "http://localhost:1003"));

        Assert.Equal("http://localhost:1002/", Endpoint(new()));
    }

    [Fact]
    public void The_endpoint_comes_from_the_services_section_of_the_profile()
    {
        using var environment = new EnvironmentScope(("AWS_PROFILE", "local"));
        environment.Config("[profile local]\nregion = us-east-1\nservices = mine\n[services mine]\nqconnect =\n  endpoint_url = http://localhost:1004\n");

        Assert.Equal("http://localhost:1004/", Endpoint(new()));
    }

    [Fact]
    public void A_custom_endpoint_is_taken_as_it_is()
    {
        using var environment = new EnvironmentScope();

        Assert.Equal("http://127.0.0.1:9000/", Endpoint(new() { ServiceURL = "http://127.0.0.1:9000", AuthenticationRegion = "us-west-2" }));
    }

    [BotocoreFact]
    public void Every_combination_has_the_endpoint_that_botocore_resolves()
    {
        var answers = Python.Run(Resolve, new JsonObject()).AsArray();

        Assert.True(answers.Count > 100);
        Assert.All(answers, answer => Assert.Equal(
            answer!["result"]!.GetValue<string>(),
            Try(answer["region"]!.GetValue<string>(), answer["fips"]!.GetValue<bool>(), answer["dual"]!.GetValue<bool>())));
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

    private static string Of(string region, bool fips, bool dualStack) => new AmazonQConnectConfig().EndpointProvider.ResolveEndpoint(new()
    {
        [RegionalEndpointResolver.Region] = region,
        [RegionalEndpointResolver.UseFips] = fips,
        [RegionalEndpointResolver.UseDualStack] = dualStack,
    }).URL;

    private static string Endpoint(AmazonQConnectConfig config)
    {
        using var client = new AmazonQConnectClient(Clients.AccessKey, Clients.Secret, config);
        return client.DetermineServiceOperationEndpoint(new ListKnowledgeBasesRequest()).URL;
    }
}
