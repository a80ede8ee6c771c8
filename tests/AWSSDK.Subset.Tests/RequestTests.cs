using System.Text;
using System.Text.Json.Nodes;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests;

public sealed class RequestTests
{
    private static readonly RawAnswer Started = RawAnswer.Json(200, """{"ContactId":"c-1"}""");

    [Fact]
    public async Task Every_member_arrives_in_the_shape_of_the_service()
    {
        var request = await SendAsync(SampleRequests.Complete());

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(SampleRequests.CompleteJson), request.Json), request.Text);
    }

    [Fact]
    public async Task The_request_is_a_put_of_json_with_the_version_of_the_api()
    {
        var request = await SendAsync(SampleRequests.Minimal());

        Assert.Equal(("PUT", "/contact/outbound-chat"), (request.Method, request.Target));
        Assert.Equal("application/json", request.Header("Content-Type"));
        Assert.Equal("2017-08-08", request.Header("X-Amz-Api-Version"));
        Assert.Contains("api/Connect#", request.Header("User-Agent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_that_are_not_set_are_left_out()
    {
        var request = await SendAsync(SampleRequests.Minimal());

        Assert.Equal(
            ["ClientToken", "ContactFlowId", "DestinationEndpoint", "InstanceId", "SegmentAttributes", "SourceEndpoint"],
            request.Json.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("""{"ValueString":"connect:SMS"}""", request.Json["SegmentAttributes"]!["connect:Subtype"]!.ToJsonString());
    }

    [Fact]
    public void Nothing_is_set_in_a_new_request()
    {
        var request = new StartOutboundChatContactRequest();

        Assert.All(request.GetType().GetProperties(), member => Assert.Null(member.GetValue(request)));
        Assert.All(typeof(SegmentAttributeValue).GetProperties(), member => Assert.Null(member.GetValue(new SegmentAttributeValue())));
    }

    [Fact]
    public async Task Collections_set_to_empty_are_sent_as_empty()
    {
        var request = SampleRequests.Minimal();
        request.Attributes = [];
        request.SupportedMessagingContentTypes = [];

        var json = (await SendAsync(request)).Json;

        Assert.Equal(("{}", "[]"), (json["Attributes"]!.ToJsonString(), json["SupportedMessagingContentTypes"]!.ToJsonString()));
    }

    [Theory]
    [InlineData("quotes \" and \\ and / and <>&'+")]
    [InlineData("line\r\nbreak\ttab\u0000null\u001bescape\u007f")]
    [InlineData("family 👨‍👩‍👧 flag 🇩🇪 astral 𝒳 musical 𝄞")]
    [InlineData("שלום مرحبا 你好 \u2028\u2029\ufeff\ufffd")]
    public async Task Any_text_arrives_unchanged_as_name_and_as_value(string text)
    {
        var request = SampleRequests.Minimal();
        request.Attributes = new() { [text] = text };
        request.InitialSystemMessage = new() { ContentType = "text/plain", Content = text };

        var json = (await SendAsync(request)).Json;

        Assert.Equal(text, json["Attributes"]![text]!.GetValue<string>());
        Assert.Equal(text, json["InitialSystemMessage"]!["Content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        var request = SampleRequests.Minimal();
        request.Attributes = new() { ["key\ud83d"] = "\ude00 and \ud83d" };

        var received = await SendAsync(request);

        Assert.Equal(received.Text, new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(received.Body));
        Assert.Equal("\ufffd and \ufffd", received.Json["Attributes"]!["key\ufffd"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_endpoint_type_that_is_new_to_the_library_is_sent_as_it_is()
    {
        var request = SampleRequests.Minimal();
        request.SourceEndpoint!.Type = "CARRIER_PIGEON";

        Assert.Equal("CARRIER_PIGEON", (await SendAsync(request)).Json["SourceEndpoint"]!["Type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_segment_attribute_that_contains_itself_is_refused()
    {
        var request = SampleRequests.Minimal();
        var self = new SegmentAttributeValue { ValueMap = [] };
        self.ValueMap["self"] = self;
        request.SegmentAttributes!["Loop"] = self;
        await using var server = new HostileEndpoint(Started);
        using var client = Clients.For(server);

        await Assert.ThrowsAsync<AmazonClientException>(() => client.StartOutboundChatContactAsync(request));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Each_call_without_a_client_token_gets_a_new_one_and_the_request_stays_as_it_was()
    {
        var request = SampleRequests.Minimal();

        string first = Token(await SendAsync(request));
        string second = Token(await SendAsync(request));

        Assert.True(Guid.TryParse(first, out _));
        Assert.NotEqual(first, second);
        Assert.Null(request.ClientToken);
    }

    [Fact]
    public async Task The_sdks_own_retries_keep_the_client_token()
    {
        int calls = 0;
        await using var server = new HostileEndpoint(_ => Interlocked.Increment(ref calls) == 1 ? RawAnswer.Json(500, "{}") : Started);
        var config = Clients.Config(server);
        config.MaxErrorRetry = 1;
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, config);

        await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        Assert.Equal(2, server.Requests.Count);
        Assert.Single(server.Requests.Select(Token).Distinct());
    }

    [Fact]
    public async Task One_client_serves_many_calls_at_once()
    {
        await using var server = new HostileEndpoint(request => RawAnswer.Json(200, new JsonObject { ["ContactId"] = Token(request) }.ToJsonString()));
        using var client = Clients.For(server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            var request = SampleRequests.Minimal();
            request.ClientToken = $"token-{number}";
            return (request.ClientToken, (await client.StartOutboundChatContactAsync(request)).ContactId);
        }));

        Assert.All(answers, answer => Assert.Equal(answer.ClientToken, answer.ContactId));
    }

    private static string Token(ReceivedRequest request) => request.Json["ClientToken"]!.GetValue<string>();

    private static async Task<ReceivedRequest> SendAsync(StartOutboundChatContactRequest request)
    {
        await using var server = new HostileEndpoint(Started);
        using var client = Clients.For(server);
        await client.StartOutboundChatContactAsync(request);
        return Assert.Single(server.Requests);
    }
}
