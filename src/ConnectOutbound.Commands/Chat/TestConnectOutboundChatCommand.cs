using System.Management.Automation;
using Amazon.Connect.Model;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Commands.Chat;

/// <summary>Says for each pipeline object what Start-ConnectOutboundChat would do with it. Sends nothing and needs no credentials.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConnectOutboundChat", DefaultParameterSetName = RowSet)]
[OutputType(typeof(OutboundPlan), ParameterSetName = [RowSet])]
[OutputType(typeof(OutboundPlanSummary), ParameterSetName = [SummarySet])]
public sealed class TestConnectOutboundChatCommand : RunCmdlet
{
    private const string RowSet = "Row";
    private const string SummarySet = "Summary";

    private IRunJournal? _journal;
    private RunPlanner? _planner;
    private PlanSummarizer? _summary;
    private TemplateRenderer? _renderer;
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
            ThrowTerminatingError(ErrorRecords.From(OutboundException.Argument(nameof(ConcurrentChatQuota), "-ConcurrentChatQuota is for -Summary: give that, too.")));
        base.BeginProcessing();
        _journal = OpenJournal(create: false);
        _planner = new RunPlanner(_journal, TimeProvider.System, NewGates());
        if (Summary)
            _summary = new PlanSummarizer(new PaceLimit(RequestsPerSecond, Burst), ConcurrentChatQuota);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _renderer?.Dispose();
        if (disposing)
            _journal?.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override void Process(CheckedRow row)
    {
        OutboundPlan plan = _planner!.Plan(row, Render ? TextOf : null);
        _rows++;
        _sendable += plan.WillSend ? 1 : 0;
        if (_summary is not null)
            _summary.Add(row, plan);
        else
            WriteObject(PassThru ? PassThruObject.Of(plan.GetInput(), plan.Destination, plan.Status, null, plan.Problems.Count == 0 ? null : plan.Problems.ToString()) : plan);
    }

    private string? TextOf(CheckedRow row)
    {
        if (row.Request?.InitialTemplatedSystemMessage is not TemplatedMessageConfig message)
            return row.Request?.InitialSystemMessage?.Content;
        try
        {
            _renderer ??= new TemplateRenderer(Templates());
            return Wait(_renderer.RenderAsync(message, Stopped)).Text;
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (OutboundException e) when (e.Scope == ErrorScope.One)
        {
            WriteError(ErrorRecords.From(e, message.MessageTemplateId));
        }
        catch (OutboundException e)
        {
            OnTemplatesUnavailable(e);
        }

        return null;
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
}
