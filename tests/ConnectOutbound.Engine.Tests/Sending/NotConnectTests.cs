using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;

namespace ConnectOutbound.Engine.Tests.Sending;

/// <summary>What answers without naming its error is not Amazon Connect: the run stops, and the row that was sent says what came back.</summary>
public class NotConnectTests
{
    private static readonly RunOptions s_oneByOne = SandboxRun.Fast with { ThrottleLimit = 1 };

    [Theory]
    [InlineData(302, "Http302")]
    [InlineData(403, "Http403")]
    [InlineData(404, "Http404")]
    [InlineData(405, "Http405")]
    public async Task A_row_that_was_sent_fails_with_the_status_and_the_rest_is_not_sent(int status, string code)
    {
        (List<OutboundContact> results, OutboundException? fault) = await SendAsync(_ => RawAnswer.Html(status, "<html>elsewhere</html>"));
        Assert.Equal((OutboundStatus.Failed, code, 1), (results[0].Status, results[0].ErrorCode, results[0].Attempts));
        Assert.All(results.Skip(1), contact => Assert.Equal((OutboundStatus.NotSent, 0), (contact.Status, contact.Attempts)));
        Assert.Equal(ErrorIds.EndpointNotConnect, fault!.Id);
    }

    [Fact]
    public async Task A_row_whose_earlier_request_had_no_answer_is_unknown()
    {
        int requests = 0;
        (List<OutboundContact> results, OutboundException? fault) = await SendAsync(
            _ => Interlocked.Increment(ref requests) == 1
                ? RawAnswer.Json(500, "{}", ("x-amzn-ErrorType", "InternalServiceException"))
                : RawAnswer.Html(302, "<html>elsewhere</html>"));
        Assert.Equal((OutboundStatus.Unknown, "Http302", 2), (results[0].Status, results[0].ErrorCode, results[0].Attempts));
        Assert.Equal(ErrorIds.EndpointNotConnect, fault!.Id);
    }

    [Fact]
    public async Task An_error_that_the_service_names_stays_a_row_that_was_not_sent()
    {
        (List<OutboundContact> results, OutboundException? fault) = await SendAsync(
            _ => RawAnswer.Json(403, """{"message":"No."}""", ("x-amzn-ErrorType", "AccessDeniedException")));
        Assert.All(results, contact => Assert.Equal((OutboundStatus.NotSent, "AccessDeniedException"), (contact.Status, contact.ErrorCode)));
        Assert.Equal(ErrorIds.AccessDenied, fault!.Id);
    }

    private static async Task<(List<OutboundContact> Results, OutboundException? Fault)> SendAsync(Func<ReceivedRequest, RawAnswer> answer)
    {
        await using var server = new HostileEndpoint(answer);
        using ContactConnection connection = SandboxRun.Connect(server.Url, TimeSpan.FromSeconds(20));
        (List<OutboundContact> results, OutboundRun run) = await SandboxRun.SendAsync(connection, 3, s_oneByOne);
        return ([.. results.OrderBy(contact => contact.RowNumber)], run.Fault);
    }
}
