using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Running;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Commands;

/// <summary>Says for each pipeline object what Start-ConnectOutboundChat would do with it. Sends nothing and needs no credentials.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConnectOutboundChat")]
[OutputType(typeof(OutboundPlan))]
public sealed class TestConnectOutboundChatCommand : ContactCmdlet
{
    private IRunJournal? _journal;
    private RunPlanner? _planner;
    private long _rows;
    private long _sendable;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _journal = OpenJournal(create: false);
        _planner = new RunPlanner(_journal, TimeProvider.System);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _journal?.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override void Process(CheckedRow row)
    {
        OutboundPlan plan = _planner!.Plan(row);
        _rows++;
        _sendable += plan.WillSend ? 1 : 0;
        WriteObject(PassThru ? PassThruObject.Of(plan.GetInput(), plan.Destination, plan.Status, null, plan.Problems.Count == 0 ? null : plan.Problems.ToString()) : plan);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (IsVerbose)
            WriteVerbose($"{_sendable} of {_rows} rows would be sent.");
    }
}
