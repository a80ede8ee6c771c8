using ConnectOutbound.Engine.Tests.Support;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Engine.Tests.Runs;

/// <summary>Credentials that expire in the middle of a run.</summary>
public sealed class ExpiredCredentialsTests
{
    [Fact]
    public async Task Credentials_that_expire_in_the_middle_stop_the_run_and_new_ones_go_on_where_it_stopped()
    {
        using var run = new NamedRun();
        bool expired = true;
        await using SandboxServer sandbox = NamedRun.Sandbox(request => expired && request.SequenceNumber > 500 ? SandboxFaultKind.ExpiredToken : null);
        NamedRun.Sent first = await run.SendAsync(sandbox, NamedRun.Rows(1000));

        Assert.Equal("CredentialsExpired", first.Fault?.Id);
        Assert.Contains("aws sso login", first.Fault!.Remedy, StringComparison.Ordinal);
        Assert.Equal(1000, first.Results.Count);
        Assert.Equal(500, first[OutboundStatus.Started]);
        Assert.Equal(500, first[OutboundStatus.NotSent]);
        Assert.Equal(500, sandbox.ContactCount);
        Assert.InRange(sandbox.RequestCount, 501, 500 + SandboxRun.Fast.ThrottleLimit);

        expired = false;
        NamedRun.Sent second = await run.SendAsync(sandbox, NamedRun.Rows(1000));
        Assert.Null(second.Fault);
        Assert.Equal(500, second[OutboundStatus.AlreadyStarted]);
        Assert.Equal(500, second[OutboundStatus.Started]);
        Assert.Equal(1000, sandbox.ContactCount);
        Assert.Equal(1000, sandbox.Contacts.Select(contact => contact.Destination).Distinct().Count());
        Assert.Equal(
            first.Results.Where(result => result.Status == OutboundStatus.Started).Select(result => result.RowNumber).Order(),
            second.Results.Where(result => result.Status == OutboundStatus.AlreadyStarted).Select(result => result.RowNumber).Order());
    }
}
