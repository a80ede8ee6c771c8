using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Contacts;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Service;

public sealed class AnswerReceiverTests
{
    private static readonly ConnectionSettings s_keys = new() { AccessKey = "AKIAEXAMPLE", SecretKey = "secret", Region = "us-east-1" };

    [Theory]
    [InlineData(AnswerReceiver.MostOfContact, true)]
    [InlineData(AnswerReceiver.MostOfContact + 1, false)]
    public async Task An_answer_about_a_contact_has_at_most_1_MB(int size, bool isRead)
    {
        foreach (RawAnswer answer in Padded("""{"ContactId":"c"}""", size))
        {
            await using var server = new HostileEndpoint(answer);
            using ContactConnection connection = SandboxRun.Connect(server.Url);
            Task<StartedContact> call = connection.StartAsync(Given.Valid().Request!, CancellationToken.None);
            if (isRead)
                Assert.Equal("c", (await call).ContactId);
            else
                Assert.Equal((FaultKind.OutcomeUnknown, "UnreadableAnswer"), Meaning(await Assert.ThrowsAnyAsync<Exception>(() => call)));
        }
    }

    [Theory]
    [InlineData(AnswerReceiver.MostOfList, true)]
    [InlineData(AnswerReceiver.MostOfList + 1, false)]
    public async Task A_list_has_at_most_16_MB(int size, bool isRead)
    {
        foreach (RawAnswer answer in Padded("""{"InstanceSummaryList":[{"Id":"i"}]}""", size))
        {
            await using var server = new HostileEndpoint(answer);
            using ContactConnection connection = ContactConnection.OpenForLists(s_keys with { EndpointUrl = server.Url }, 1, TimeSpan.FromSeconds(60));
            using var directory = new ResourceDirectory(connection.Client, new Pacer(TimeProvider.System), ContactRun.Quick with { MaxAttempts = 1 });
            IAsyncEnumerator<OutboundInstance> instances = directory.InstancesAsync().GetAsyncEnumerator();
            if (isRead)
                Assert.True(await instances.MoveNextAsync());
            else
                Assert.Equal("UnreadableAnswer", (await Assert.ThrowsAsync<OutboundException>(() => instances.MoveNextAsync().AsTask())).Code);
        }
    }

    // The SDK's own client of another service: its pipeline reads bodies blocking, as that of AWSSDK.Connect does.
    [Theory]
    [InlineData(200, 0, "in time")]
    [InlineData(400, 0, "in time")]
    [InlineData(200, 32, "1048576")]
    [InlineData(400, 32, "1048576")]
    public async Task The_packages_of_the_SDK_get_bounded_answers_too(int status, int blocks, string says)
    {
        string head = $"HTTP/1.1 {status} Answer\r\nContent-Type: text/xml\r\n\r\n<a>";
        RawAnswer answer = RawAnswer.Flood(head, new string('x', 1 << 16), blocks) with { After = AfterAnswer.Stall };
        await using var server = new HostileEndpoint(answer);
        using var client = new AmazonSecurityTokenServiceClient("AKIAEXAMPLE", "secret", new AmazonSecurityTokenServiceConfig
        {
            ServiceURL = server.Url,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            Timeout = TimeSpan.FromSeconds(blocks == 0 ? 1 : 30),
            HttpClientFactory = new BoundedClientFactory(AnswerReceiver.MostOfContact, isLoopback: true),
        });

        Exception e = await Assert.ThrowsAnyAsync<Exception>(
            () => client.GetCallerIdentityAsync(new GetCallerIdentityRequest()).WaitAsync(TimeSpan.FromSeconds(25)));

        ServiceFault fault = FaultClassifier.Classify(e);
        Assert.Equal(FaultKind.OutcomeUnknown, fault.Kind);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_its_answer_trickles_ends_as_cancelled()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"ContactId":"c"}""") with { TrickleAfter = 90 });
        using ContactConnection connection = SandboxRun.Connect(server.Url);
        using var cancel = new CancellationTokenSource();
        Task<StartedContact> call = connection.StartAsync(Given.Valid().Request!, cancel.Token);
        while (server.Requests.Count == 0)
            await Task.Delay(10);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData("c", true)]
    [InlineData("11111111-2222-3333-4444-555555555555", true)]
    [InlineData("é中𝒳", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("a b", false)]
    [InlineData("a\u00a0b", false)]
    [InlineData("a\n", false)]
    [InlineData("\u0000", false)]
    [InlineData("\u202e", false)]
    [InlineData("a\ufeff", false)]
    [InlineData("a\ufe0f", false)]
    [InlineData("\u3164", false)]
    [InlineData(null, false)]
    public void A_contact_id_has_visible_characters_only(string? text, bool isId) => Assert.Equal(isId, StartedContact.IsId(text));

    [Fact]
    public void A_contact_id_has_at_most_256_well_formed_characters()
    {
        Assert.True(StartedContact.IsId(new string('c', 256)));
        Assert.False(StartedContact.IsId(new string('c', 257)));
        Assert.False(StartedContact.IsId("c\ud800"));
    }

    private static (FaultKind Kind, string Code) Meaning(Exception e) => FaultClassifier.Classify(e) is var fault ? (fault.Kind, fault.Code) : default;

    // With a length, in one chunk, and without either.
    private static RawAnswer[] Padded(string json, int size)
    {
        string body = json + new string(' ', size - json.Length);
        return
        [
            RawAnswer.Json(200, body),
            RawAnswer.Text($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{size:x}\r\n{body}\r\n0\r\n\r\n"),
            RawAnswer.Text($"HTTP/1.1 200 OK\r\n\r\n{body}"),
        ];
    }
}
