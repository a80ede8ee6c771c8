using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Errors;

/// <summary>Every way in which the service or the network fails, over real HTTP.</summary>
public class ServiceFaultTests
{
    private static SandboxServer Failing(SandboxFaultKind kind, int times) =>
        SandboxServer.Start(SandboxRun.Free with { FaultHook = request => request.Attempt <= times ? kind : null });

    public static TheoryData<SandboxFaultKind> Passing =>
        new(SandboxFaultKind.Throttle, SandboxFaultKind.InternalError, SandboxFaultKind.UnavailableHtml, SandboxFaultKind.Conflict,
            SandboxFaultKind.CutBefore, SandboxFaultKind.CutAfter,
            SandboxFaultKind.CutAfterStatusLine, SandboxFaultKind.TruncatedJson, SandboxFaultKind.InvalidJson);

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_fault_that_passes_costs_an_attempt_and_no_contact(SandboxFaultKind kind)
    {
        using SandboxServer sandbox = Failing(kind, 1);
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(sandbox, 5);
        Assert.All(results, contact => Assert.Equal(OutboundStatus.Started, contact.Status));
        Assert.All(results, contact => Assert.Equal(2, contact.Attempts));
        Assert.Equal(5, sandbox.ContactCount);
        Assert.Equal(
            sandbox.Contacts.Select(contact => contact.ContactId).Order(StringComparer.Ordinal),
            results.Select(contact => contact.ContactId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_answer_at_all_is_tried_again_after_the_timeout_with_the_same_token()
    {
        using SandboxServer sandbox = Failing(SandboxFaultKind.Hang, 1);
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(sandbox, 1, timeout: TimeSpan.FromMilliseconds(300));
        Assert.Equal((OutboundStatus.Started, 2), (results[0].Status, results[0].Attempts));
        Assert.Equal(1, sandbox.ContactCount);
    }

    public static TheoryData<SandboxFaultKind> Unsettled =>
        new(SandboxFaultKind.InternalError, SandboxFaultKind.UnavailableHtml, SandboxFaultKind.CutBefore, SandboxFaultKind.CutAfter,
            SandboxFaultKind.CutAfterStatusLine, SandboxFaultKind.TruncatedJson, SandboxFaultKind.InvalidJson);

    [Theory]
    [MemberData(nameof(Unsettled))]
    public async Task What_never_settles_is_unknown_and_never_failed(SandboxFaultKind kind)
    {
        using SandboxServer sandbox = Failing(kind, int.MaxValue);
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(sandbox, 2);
        Assert.Equal(2, results.Count);
        Assert.All(results, contact => Assert.Equal((OutboundStatus.Unknown, 3), (contact.Status, contact.Attempts)));
        Assert.All(results, contact => Assert.NotNull(contact.ErrorCode));
        Assert.InRange(sandbox.ContactCount, 0, 2);
    }

    [Fact]
    public async Task A_row_that_the_service_refuses_fails_alone_and_at_once()
    {
        using SandboxServer sandbox = SandboxServer.Start(
            SandboxRun.Free with { FaultHook = request => request.Destination == "+12065000002" ? SandboxFaultKind.InvalidRequest : null });
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(sandbox, 4);
        OutboundContact failed = Assert.Single(results, contact => contact.Status != OutboundStatus.Started);
        Assert.Equal((OutboundStatus.Failed, 2, "InvalidRequestException", 1), (failed.Status, failed.RowNumber, failed.ErrorCode, failed.Attempts));
        Assert.Equal(3, sandbox.ContactCount);
    }

    [Fact]
    public async Task A_conflict_is_tried_once_more_and_then_fails_the_row()
    {
        using SandboxServer sandbox = Failing(SandboxFaultKind.Conflict, int.MaxValue);
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(sandbox, 1);
        Assert.Equal((OutboundStatus.Failed, 2, "ConflictException"), (results[0].Status, results[0].Attempts, results[0].ErrorCode));
    }

    [Fact]
    public async Task A_refusal_after_an_attempt_without_answer_is_unknown()
    {
        using SandboxServer sandbox = SandboxServer.Start(
            SandboxRun.Free with { FaultHook = request => request.Attempt == 1 ? SandboxFaultKind.CutAfter : SandboxFaultKind.InvalidRequest });
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(sandbox, 1);
        Assert.Equal(OutboundStatus.Unknown, results[0].Status);
        Assert.Equal(1, sandbox.ContactCount);
    }

    public static TheoryData<SandboxFaultKind, string> Stopping => new()
    {
        { SandboxFaultKind.AccessDenied, "AccessDenied" },
        { SandboxFaultKind.ExpiredToken, "CredentialsExpired" },
        { SandboxFaultKind.NotFound, "ResourceNotFound" },
    };

    [Theory]
    [MemberData(nameof(Stopping))]
    public async Task A_fault_that_every_row_would_meet_stops_the_run(SandboxFaultKind kind, string id)
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with { FaultHook = request => request.SequenceNumber > 10 ? kind : null });
        (List<OutboundContact> results, OutboundRun run) = await SandboxRun.SendAsync(sandbox, 100, SandboxRun.Fast with { ThrottleLimit = 4 });
        Assert.Equal(id, run.Fault!.Id);
        Assert.NotEmpty(run.Fault.Remedy);
        Assert.Equal(100, results.Count);
        Assert.Equal(sandbox.ContactCount, results.Count(contact => contact.Status == OutboundStatus.Started));
        Assert.All(results, contact => Assert.True(contact.Status is OutboundStatus.Started or OutboundStatus.NotSent));
        Assert.InRange(sandbox.RequestCount, 10, 10 + 4);
    }

    [Fact]
    public async Task A_wrong_flow_that_the_row_itself_brought_fails_the_row_only()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with { ContactFlowIds = [Given.Flow] });
        using ContactConnection connection = SandboxRun.Connect(sandbox);
        await using OutboundRun run = SandboxRun.NewRun(connection);
        Dictionary<ContactField, object> arguments = Given.Arguments();
        arguments.Remove(ContactField.ContactFlowId);
        var rows = new[] { Given.Flow, "other", Given.Flow }.Select((flow, i) => Given.Row(i + 1, ("Phone", $"+1206555010{i}"), ("Flow", flow)));
        var statuses = new Dictionary<long, OutboundStatus>();
        await foreach (OutboundContact contact in run.SendAsync(rows, new RowReader(new MappingOptions { Arguments = arguments })))
            statuses[contact.RowNumber] = contact.Status;
        Assert.Equal((OutboundStatus.Started, OutboundStatus.Failed, OutboundStatus.Started), (statuses[1], statuses[2], statuses[3]));
        Assert.Null(run.Fault);
    }

    [Fact]
    public async Task Nobody_at_the_endpoint_stops_the_run_and_rows_are_not_sent()
    {
        SandboxServer gone = SandboxServer.Start(SandboxRun.Free);
        gone.Dispose();
        (List<OutboundContact> results, OutboundRun run) = await SandboxRun.SendAsync(gone, 20);
        Assert.Equal(20, results.Count);
        Assert.All(results, contact => Assert.Equal((OutboundStatus.NotSent, "EndpointUnreachable"), (contact.Status, contact.ErrorCode)));
        Assert.Equal("EndpointUnreachable", run.Fault!.Id);
    }

    [Fact]
    public async Task A_mixture_of_faults_leaves_each_contact_exactly_once()
    {
        using SandboxServer sandbox = SandboxServer.Start(SandboxRun.Free with { FaultRate = 0.2, FaultSeed = 20261122 });
        RunOptions options = SandboxRun.Fast with { ThrottleLimit = 32, Retry = SandboxRun.Fast.Retry with { MaxAttempts = 12 } };
        (List<OutboundContact> results, _) = await SandboxRun.SendAsync(sandbox, 1500, options);
        Assert.Equal(1500, results.Count);
        Assert.All(results, contact => Assert.Equal(OutboundStatus.Started, contact.Status));
        Assert.Equal(1500, sandbox.ContactCount);
        Assert.Equal(1500, sandbox.Contacts.Select(contact => contact.Destination).Distinct(StringComparer.Ordinal).Count());
        Assert.True(sandbox.FaultCount > 200);
    }
}
