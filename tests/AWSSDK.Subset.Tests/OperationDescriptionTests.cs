using System.Text.Json.Serialization;
using Amazon.Connect;
using Amazon.Connect.Internal;
using Amazon.RestJson;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests;

/// <summary>What a further operation costs: its two classes, their names in a JSON context, one description.</summary>
public sealed partial class OperationDescriptionTests
{
    private static readonly RestJsonService Service = ConnectService.Description with { Json = ThingsJson.Default };

    private static readonly RestJsonOperation<ThingsRequest, ThingsResponse> ListThings =
        new(
            Service,
            "ListThings",
            "GET",
            "/things/{InstanceId}/{ContactId}?nextToken={NextToken}&maxResults={MaxResults}&kinds={Kinds}&type={Type}&all={All}&v=2");

    private static readonly RestJsonOperation<ThingsRequest, ThingsResponse> ChangeThings =
        new(Service, "ChangeThings", "POST", "/things/{InstanceId}/{ContactId}", idempotencyToken: "NextToken");

    [Fact]
    public async Task Members_named_in_the_path_and_query_go_there_and_a_get_has_no_body()
    {
        var request = await RunAsync(ListThings, new() { InstanceId = "i-1", ContactId = "c-1", NextToken = "n", MaxResults = 10 });

        Assert.Equal(("GET", "/things/i-1/c-1", 0), (request.Method, request.Target.Split('?')[0], request.Body.Length));
        Assert.Equal(["maxResults=10", "nextToken=n", "v=2"], Query(request));
        Assert.Null(request.Header("Content-Type"));
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a b", "a%20b")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("arn:aws:x:y/z", "arn%3Aaws%3Ax%3Ay%2Fz")]
    [InlineData("é🙂", "%C3%A9%F0%9F%99%82")]
    [InlineData("...", "...")]
    [InlineData("{ContactId}", "%7BContactId%7D")]
    public async Task A_member_in_the_path_is_one_encoded_segment_and_signed_as_such(string value, string sent)
    {
        var request = await RunAsync(ListThings, new() { InstanceId = value, ContactId = "c-1" });

        Assert.Equal($"/things/{sent}/c-1", request.Target.Split('?')[0]);
    }

    [Theory]
    [InlineData("a b&c=d", "nextToken=a%20b%26c%3Dd")]
    [InlineData("/+é", "nextToken=%2F%2B%C3%A9")]
    [InlineData("", "nextToken=")]
    public async Task A_member_in_the_query_is_encoded_and_signed(string value, string sent)
    {
        var request = await RunAsync(ListThings, new() { InstanceId = "i", ContactId = "c", NextToken = value });

        Assert.Contains(sent, Query(request));
    }

    [Fact]
    public async Task Lists_repeat_their_parameter_and_other_kinds_have_their_text()
    {
        var request = await RunAsync(
            ListThings, new() { InstanceId = "i", ContactId = "c", Kinds = ["B", "A b"], Type = EndpointType.VOIP, All = true, MaxResults = -1 });

        Assert.Equal(["all=true", "kinds=A%20b", "kinds=B", "maxResults=-1", "type=VOIP", "v=2"], Query(request));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_path_without_one_of_its_members_is_never_sent(string? value)
    {
        var error = await Assert.ThrowsAsync<AmazonClientException>(() => RunAsync(ListThings, new() { InstanceId = "i", ContactId = value }));

        Assert.StartsWith("ListThings needs ContactId", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_that_are_not_in_the_uri_make_the_body()
    {
        var request = await RunAsync(ChangeThings, new() { InstanceId = "i", ContactId = "c", NextToken = "t", MaxResults = 3, Type = EndpointType.VOIP });

        Assert.Equal("""{"NextToken":"t","MaxResults":3,"Type":"VOIP"}""", request.Text);
    }

    [Fact]
    public async Task The_response_has_its_members_and_the_services_exceptions()
    {
        await using var server = new HostileEndpoint(request => request.Method == "GET"
            ? RawAnswer.Json(200, """{"Names":["a","b"],"Type":"NEW_ONE","ContentLength":7}""")
            : RawAnswer.Json(404, "{}", ("x-amzn-ErrorType", "ResourceNotFoundException")));
        using var client = new ThingsClient(Clients.Config(server));

        var things = await client.RunAsync(ListThings, new() { InstanceId = "i", ContactId = "c" });

        Assert.Equal(["a", "b"], things.Names);
        Assert.Equal("NEW_ONE", things.Type!.Value);
        await Assert.ThrowsAsync<Amazon.Connect.Model.ResourceNotFoundException>(
            () => client.RunAsync(ChangeThings, new() { InstanceId = "i", ContactId = "c" }));
    }

    [Fact]
    public void A_description_with_a_member_that_the_request_lacks_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new RestJsonOperation<ThingsRequest, ThingsResponse>(Service, "X", "GET", "/x/{Id}"));

        Assert.Contains("ThingsRequest has no member Id.", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Query(ReceivedRequest request) => request.Target.Split('?', 2)[1].Split('&').Order(StringComparer.Ordinal);

    private static async Task<ReceivedRequest> RunAsync(RestJsonOperation<ThingsRequest, ThingsResponse> operation, ThingsRequest request)
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, "{}"));
        using var client = new ThingsClient(Clients.Config(server));
        await client.RunAsync(operation, request);
        var received = Assert.Single(server.Requests);
        Assert.Equal(SigV4.Signature(received, Clients.Secret, Clients.Region, "connect"), SigV4.Parts(received)["Signature"]);
        return received;
    }

    internal sealed class ThingsRequest : AmazonConnectRequest
    {
        public string? InstanceId { get; set; }

        public string? ContactId { get; set; }

        public string? NextToken { get; set; }

        public int? MaxResults { get; set; }

        public List<string>? Kinds { get; set; }

        public EndpointType? Type { get; set; }

        public bool? All { get; set; }
    }

    internal sealed class ThingsResponse : AmazonWebServiceResponse
    {
        public List<string>? Names { get; set; }

        public EndpointType? Type { get; set; }
    }

    private sealed class ThingsClient(AmazonConnectConfig config) : AmazonConnectClient(Clients.AccessKey, Clients.Secret, config)
    {
        public Task<ThingsResponse> RunAsync(RestJsonOperation<ThingsRequest, ThingsResponse> operation, ThingsRequest request) =>
            InvokeAsync<ThingsResponse>(request, operation.Options, CancellationToken.None);
    }

    [JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, Converters = [typeof(EndpointTypeConverter)])]
    [JsonSerializable(typeof(ThingsRequest))]
    [JsonSerializable(typeof(ThingsResponse))]
    internal sealed partial class ThingsJson : JsonSerializerContext;
}
