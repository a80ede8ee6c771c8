using System.Net;
using Amazon.Runtime;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Tests.Errors;

/// <summary>What an exception of the client means.</summary>
public class FaultClassifierTests
{
    [Theory]
    [InlineData("AccessDeniedException", 403, FaultKind.AccessDenied)]
    [InlineData("ExpiredTokenException", 403, FaultKind.CredentialsExpired)]
    [InlineData("UnrecognizedClientException", 403, FaultKind.CredentialsRejected)]
    [InlineData("UnknownOperationException", 404, FaultKind.NotConnect)]
    [InlineData("ResourceNotFoundException", 404, FaultKind.ResourceMissing)]
    [InlineData("ContactNotFoundException", 410, FaultKind.ContactMissing)]
    [InlineData("InvalidRequestException", 400, FaultKind.RowRefused)]
    [InlineData("ServiceQuotaExceededException", 402, FaultKind.QuotaFull)]
    [InlineData("SomeNewException", 500, FaultKind.ServerError)]
    [InlineData(null, 401, FaultKind.NotConnect)]
    [InlineData(null, 404, FaultKind.NotConnect)]
    [InlineData(null, 429, FaultKind.Throttled)]
    [InlineData(null, 503, FaultKind.ServerError)]
    public void Code_and_status_decide_what_an_answer_means(string? code, int status, FaultKind kind)
    {
        ServiceFault fault = Classify(new AmazonServiceException("No.") { ErrorCode = code, StatusCode = (HttpStatusCode)status });
        Assert.Equal((kind, code ?? $"Http{status}", true), (fault.Kind, fault.Code, fault.WasSent));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(302)]
    [InlineData(399)]
    public void A_redirect_is_not_the_service_even_if_its_body_cannot_be_read(int status)
    {
        var unreadable = new AmazonUnmarshallingException("<html>", null, new FormatException("no JSON"), (HttpStatusCode)status);
        var named = new AmazonServiceException("Moved.") { ErrorCode = "ThrottlingException", StatusCode = (HttpStatusCode)status };
        Assert.Equal((FaultKind.NotConnect, $"Http{status}"), (Classify(unreadable).Kind, Classify(unreadable).Code));
        Assert.Equal(FaultKind.NotConnect, Classify(named).Kind);
    }

    [Fact]
    public void An_unreadable_answer_of_another_status_leaves_the_outcome_unknown()
    {
        ServiceFault fault = Classify(new AmazonUnmarshallingException("{", null, new FormatException("cut"), HttpStatusCode.OK));
        Assert.Equal((FaultKind.OutcomeUnknown, ErrorIds.UnreadableAnswer, true), (fault.Kind, fault.Code, fault.MayHaveStarted));
    }

    [Fact]
    public void A_long_message_is_cut_between_characters()
    {
        string pairs = "x" + string.Concat(Enumerable.Repeat("\U0001F600", 100_000));
        string message = Classify(new AmazonServiceException(pairs) { ErrorCode = "InvalidRequestException", StatusCode = HttpStatusCode.BadRequest }).Message;
        Assert.Equal(1023, message.Length);
        Assert.False(char.IsHighSurrogate(message[^1]));
        string plain = Classify(new IOException(new string('y', 5000))).Message;
        Assert.Equal(1024, plain.Length);
    }

    [Fact]
    public void Missing_credentials_are_known_before_anything_is_sent()
    {
        OutboundException missing = ServiceErrors.CredentialsNotFound("No AWS credentials were found: none.", null);
        ServiceFault fault = Classify(missing);
        Assert.Equal((FaultKind.CredentialsNotFound, false, true), (fault.Kind, fault.WasSent, fault.StopsRun));
        OutboundException shown = ServiceErrors.Translate(fault, ServiceOperation.DescribeContact, "the contact 1");
        Assert.Equal((missing.Id, missing.Message, missing.Remedy), (shown.Id, shown.Message, shown.Remedy));
    }

    private static ServiceFault Classify(Exception exception) => FaultClassifier.Classify(exception);
}
