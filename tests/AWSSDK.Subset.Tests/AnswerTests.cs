using System.Net;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests;

public sealed class AnswerTests
{
    [Fact]
    public async Task A_200_gives_the_contact_and_the_request_id()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, """{"ContactId":"c-1","New":{"a":[1]}}""", ("x-amzn-RequestId", "r-1")));
        using var client = Clients.For(server);

        var response = await client.StartOutboundChatContactAsync(SampleRequests.Minimal());

        Assert.Equal("c-1", response.ContactId);
        Assert.Equal("r-1", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"ContactId":null}""")]
    public async Task A_200_without_a_contact_leaves_it_null(string body)
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, body));
        using var client = Clients.For(server);

        Assert.Null((await client.StartOutboundChatContactAsync(SampleRequests.Minimal())).ContactId);
    }

    [Theory]
    [InlineData("""{"ContactId":"c-""")]
    [InlineData("""{"ContactId":12}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""{"ContactId":"c-1"}{"ContactId":"c-2"}""")]
    public async Task A_200_that_cannot_be_read_is_an_unmarshalling_error_with_status_200(string body)
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(200, body, ("x-amzn-RequestId", "r-1")));
        using var client = Clients.For(server);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.StartOutboundChatContactAsync(SampleRequests.Minimal()));

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
        Assert.Equal("r-1", error.RequestId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"Contact""")]
    [InlineData("""{"ContactId":"c-1"}""")]
    public async Task A_200_whose_connection_is_cut_is_an_unmarshalling_error_with_status_200(string arrived)
    {
        await using var server = new HostileEndpoint(RawAnswer.Cut(200, arrived));
        using var client = Clients.For(server);

        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => client.StartOutboundChatContactAsync(SampleRequests.Minimal()));

        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
    }

    [Fact]
    public async Task Cancelling_ends_a_call_whose_answer_stalls()
    {
        await using var server = new HostileEndpoint(RawAnswer.Cut(200, """{"Contact""", AfterAnswer.Stall));
        using var client = Clients.For(server);
        using var cancel = new CancellationTokenSource();

        var call = client.StartOutboundChatContactAsync(SampleRequests.Minimal(), cancel.Token);
        while (server.Requests.Count == 0) await Task.Delay(10);
        await Task.Delay(200); // The headers are there by now; if not, the call has to end all the same.
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
