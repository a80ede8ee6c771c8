using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

// The namespace is part of error ids (FullyQualifiedErrorId) that scripts compare.
namespace ConnectOutbound.Commands;

/// <summary>Says for each pipeline object what Start-ConnectOutboundChat would do with it. Sends nothing and needs no credentials.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConnectOutboundChat", DefaultParameterSetName = RowSet)]
[OutputType(typeof(OutboundPlan), ParameterSetName = [RowSet])]
[OutputType(typeof(OutboundPlanSummary), ParameterSetName = [SummarySet])]
public sealed class TestConnectOutboundChatCommand : ChatCmdlet
{
    private const string RowSet = "Row";
    private const string SummarySet = "Summary";

    private IRunJournal? _journal;
    private RunPlanner? _planner;
    private PlanningStage? _stage;
    private PlanSummarizer? _summary;
    private bool _faultWritten;
    private long _rows;
    private long _sendable;

    /// <summary>Emits one object for the whole input instead of one a row.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SummarySet)]
    public SwitchParameter Summary { get; set; }

    /// <summary>The quota of concurrent active chats of the instance that the summary is held against.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int ConcurrentChatQuota { get; set; } = 500;

    /// <summary>Shows the text that each row would get; a template's is asked of the service.</summary>
    [Parameter(ParameterSetName = RowSet)]
    public SwitchParameter Render { get; set; }

    private protected override bool NeedsTokens => false;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!Summary && MyInvocation.BoundParameters.ContainsKey(nameof(ConcurrentChatQuota)))
        {
            ThrowTerminatingError(ErrorRecords.From(OutboundException.Argument(
                nameof(ConcurrentChatQuota),
                "-ConcurrentChatQuota is for -Summary: give that, too.")));
        }

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_summary is not null)
            WriteObject(_summary.ToSummary());
        if (IsVerbose)
            WriteVerbose($"{_sendable} of {_rows} rows would be sent.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Try(() => _stage?.Dispose());
            Try(() => _journal?.DisposeAsync().AsTask());
        }

        base.Dispose(disposing);
    }

    private protected override IRowStage CreateStage(SkipOptions skip)
    {
        _journal = OpenJournal(place: null);
        _planner = new RunPlanner(_journal, TimeProvider.System, skip);
        if (Summary)
            _summary = new PlanSummarizer(Pace, ConcurrentChatQuota);
        return _stage = new PlanningStage(
            _planner,
            new PlanningOptions { Emit = Emit, Warn = Warn, RenderFrom = Render ? Templates : null, OnTemplateFault = WriteTemplateFault });
    }

    private void Emit(CheckedRow row, OutboundPlan plan, SavedResult saved)
    {
        using PipelineThread.Scope outside = PipelineThread.Leave();
        if (!_faultWritten && _planner!.Fault is OutboundException fault)
        {
            _faultWritten = true;
            WriteError(ErrorRecords.OfRun(fault));
        }

        _rows++;
        _sendable += plan.WillSend ? 1 : 0;
        if (_summary is not null)
        {
            _summary.Add(row, plan);
        }
        else
        {
            WriteObject(PassThru ? PassThruObject.Create(plan.GetInput(), plan.Destination, plan.RowNumber, saved) : plan);
        }
    }

    private void WriteTemplateFault(OutboundException fault, string templateId)
    {
        using PipelineThread.Scope outside = PipelineThread.Leave();
        WriteError(ErrorRecords.From(fault, templateId));
    }
}
