using System.Net;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Tests.Support;

namespace Amazon.Tests;

public sealed class ErrorTests
{
    public static TheoryData<string, int, Type> Codes => new()
    {
        { "InvalidRequestException", 400, typeof(InvalidRequestException) },
        { "AccessDeniedException", 403, typeof(AccessDeniedException) },
        { "ResourceNotFoundException", 404, typeof(ResourceNotFoundException) },
        { "ConflictException", 409, typeof(ConflictException) },
        { "ThrottlingException", 429, typeof(ThrottlingException) },
        { "LimitExceededException", 429, typeof(LimitExceededException) },
        { "InternalServiceException", 500, typeof(InternalServiceException) },
        { "ExpiredTokenException", 403, typeof(AmazonConnectException) },
        { "UnrecognizedClientException", 403, typeof(AmazonConnectException) },
        { "TooManyRequestsException", 429, typeof(AmazonConnectException) },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_in_the_header_gives_its_exception(string code, int status, Type type)
    {
        var error = await FailAsync(RawAnswer.Json(status, """{"Message":"Because."}""", ("x-amzn-ErrorType", code), ("x-amzn-RequestId", "r-9")));

        Assert.Equal(type, error.GetType());
        Assert.Equal((code, "Because.", (HttpStatusCode)status, "r-9"), (error.ErrorCode, error.Message, error.StatusCode, error.RequestId));
    }

    [Theory]
    [InlineData("x-amzn-ErrorType", "ConflictException:http://internal.amazon.com/coral/com.amazonaws.connect/", "{}")]
    [InlineData("x-amzn-errortype", "com.amazonaws.connect#ConflictException", "{}")]
    [InlineData("X-Other", "", """{"__type":"ConflictException"}""")]
    [InlineData("X-Other", "", """{"__type":"com.amazonaws.connect#ConflictException:http://x/y#z"}""")]
    [InlineData("X-Other", "", """{"detail":{"code":"Inner"},"list":[1,{"__type":"Inner"}],"code":"ConflictException"}""")]
    [InlineData("x-amzn-ErrorType", "ConflictException", """{"__type":"Other","code":"Another"}""")]
    [InlineData("x-amzn-ErrorType", "ConflictException", "<html>")]
    [InlineData("x-amzn-ErrorType", "ConflictException", "")]
    public async Task The_code_is_found_wherever_it_may_stand(string header, string value, string body)
    {
        var error = await FailAsync(RawAnswer.Json(409, body, (header, value)));

        Assert.IsType<ConflictException>(error);
        Assert.Equal("ConflictException", error.ErrorCode);
    }

    [Theory]
    [InlineData("""{"message":"Text."}""")]
    [InlineData("""{"Message":"Text."}""")]
    [InlineData("""{"Reason":{"message":"Inner"},"Message":"Text."}""")]
    [InlineData("""{"Message":"Text.","cut""")]
    public async Task The_message_comes_from_the_body(string body)
    {
        Assert.Equal("Text.", (await FailAsync(RawAnswer.Json(400, body, ("x-amzn-ErrorType", "InvalidRequestException")))).Message);
    }

    [Fact]
    public async Task A_proxys_html_page_is_an_error_of_the_service_with_its_status()
    {
        var error = await FailAsync(RawAnswer.Html(503, "<html>\r\n  <body>Service\tUnavailable</body></html>"));

        Assert.Equal(typeof(AmazonConnectException), error.GetType());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.StatusCode);
        Assert.Null(error.ErrorCode);
        Assert.Equal("The service answered HTTP 503 (ServiceUnavailable): <html> <body>Service Unavailable</body></html>", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1,2]")]
    [InlineData("12")]
    [InlineData("\u0000\u0001")]
    [InlineData("""{"code":500,"message":["a"]}""")]
    [InlineData("""{"message":"\ud800"}""")]
    public async Task An_error_body_that_makes_no_sense_keeps_its_status(string body)
    {
        var error = await FailAsync(RawAnswer.Json(500, body));

        Assert.Equal((typeof(AmazonConnectException), HttpStatusCode.InternalServerError), (error.GetType(), error.StatusCode));
        Assert.StartsWith("The service answered HTTP 500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_error_body_is_not_repeated_in_full()
    {
        Assert.InRange((await FailAsync(RawAnswer.Html(502, new string('x', 100_000)))).Message.Length, 200, 300);
    }

    [Fact]
    public async Task An_error_whose_connection_is_cut_keeps_its_status_and_code()
    {
        var error = await FailAsync(RawAnswer.Cut(429, """{"__type":"ThrottlingException","Mess"""));

        Assert.IsType<ThrottlingException>(error);
        Assert.Equal(HttpStatusCode.TooManyRequests, error.StatusCode);
    }

    [Fact]
    public async Task Without_retries_an_error_is_one_request()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(429, "{}", ("x-amzn-ErrorType", "LimitExceededException")));
        using var client = Clients.For(server);

        await Assert.ThrowsAsync<LimitExceededException>(() => client.StartOutboundChatContactAsync(SampleRequests.Minimal()));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_closed_without_an_answer_is_no_error_of_the_service()
    {
        await using var server = new HostileEndpoint(new RawAnswer([], AfterAnswer.Close));
        using var client = Clients.For(server);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => client.StartOutboundChatContactAsync(SampleRequests.Minimal()));

        Assert.IsNotAssignableFrom<AmazonServiceException>(error);
    }

    [Fact]
    public async Task A_redirect_that_is_not_followed_is_an_error_and_no_contact()
    {
        await using var server = new HostileEndpoint(RawAnswer.Json(302, "", ("Location", "http://127.0.0.1:1/")));
        var config = Clients.Config(server);
        config.AllowAutoRedirect = false;
        using var client = new AmazonConnectClient(Clients.AccessKey, Clients.Secret, config);

        var error = await Assert.ThrowsAsync<AmazonConnectException>(() => client.StartOutboundChatContactAsync(SampleRequests.Minimal()));

        Assert.Equal(HttpStatusCode.Redirect, error.StatusCode);
    }

    private static async Task<AmazonConnectException> FailAsync(RawAnswer answer)
    {
        await using var server = new HostileEndpoint(answer);
        using var client = Clients.For(server);
        return await Assert.ThrowsAnyAsync<AmazonConnectException>(() => client.StartOutboundChatContactAsync(SampleRequests.Minimal()));
    }
}
