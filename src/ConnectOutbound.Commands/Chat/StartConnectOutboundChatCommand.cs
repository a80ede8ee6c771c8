using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Skipping;
using ConnectOutbound.Engine.Validation;

// The namespace is part of error ids (FullyQualifiedErrorId) that scripts compare.
namespace ConnectOutbound.Commands;

/// <summary>Starts outbound SMS and WhatsApp chat contacts from pipeline objects: one result for each.</summary>
[Cmdlet(VerbsLifecycle.Start, "ConnectOutboundChat", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(OutboundContact))]
public sealed class StartConnectOutboundChatCommand : ChatCmdlet
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    private ContactConnection? _connection;
    private IRunJournal? _journal;
    private OutboundRun? _run;
    private RunProgress? _progress;
    private WaitNotice? _waitNotice;
    private bool _faultWritten;
    private bool _progressShown;
    private bool _ended;
    private volatile bool _interrupted;

    /// <summary>Sends nothing where one row is invalid: all rows are read and kept first.</summary>
    [Parameter]
    public SwitchParameter RequireAllValid { get; set; }

    private protected override bool NeedsTokens => true;

    private bool IsDry => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf)
        ? ((SwitchParameter)whatIf).IsPresent
        : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!IsDry)
            _ = SdkWarmup.PrepareAsync();
        _progress = new RunProgress(TotalCount, TimeProvider.System);
        _waitNotice = new WaitNotice(QuotaWait);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _ended = true;
        if (_progressShown)
            WriteProgress(RunProgress.Completed());
        RunCounts counts = _run!.Counts;
        if (IsVerbose)
            WriteVerbose($"{counts.Total} rows in {_progress!.Elapsed.TotalSeconds:0.0} s: {(counts.Total == 0 ? "none" : counts)}.");
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        // No request begins after this; Dispose, which follows, waits for those under way.
        _interrupted = true;
        _run?.Stop();
        base.StopProcessing();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    private protected override IRowStage CreateStage(SkipOptions skip)
    {
        _connection = IsDry ? null : Connect();
        _journal = OpenJournal(_connection?.Place);
        _run = new OutboundRun(
            _connection is null ? new NoClient() : _connection,
            account => SharedPacers.For(_connection?.Endpoint ?? "", account),
            new RunOptions
            {
                ThrottleLimit = ThrottleLimit,
                Pace = Pace,
                Retry = new RetryPolicy { MaxAttempts = MaxAttempts, QuotaWait = QuotaWait },
                MaxErrors = MaxErrors,
            },
            TimeProvider.System,
            _journal,
            skip);
        WriteDebug(
            $"At most {RequestsPerSecond} requests/s, {Burst} at once, {ThrottleLimit} rows under way, {MaxAttempts} attempts a row, "
            + $"{TimeoutSec} s an answer.");
        return new SendingStage(_run, new SendingOptions
        {
            Emit = Emit,
            Take = Take,
            Confirm = Confirm,
            RequireAllValid = RequireAllValid ? new RunPlanner(_journal, TimeProvider.System, skip) : null,
            Warn = Warn,
            OnManyRowsWithoutName = WarnOfMissingName,
        });
    }

    private protected override void OnIdle()
    {
        using PipelineThread.Scope outside = PipelineThread.Leave();
        ShowProgress();
    }

    private OutboundContact Take(CancellationToken cancellationToken)
    {
        OutboundContact? result;
        while (!_run!.TryTake(s_look, cancellationToken, out result))
            OnIdle();
        return result;
    }

    private RowConfirmation Confirm(CheckedRow row)
    {
        using PipelineThread.Scope outside = PipelineThread.Leave();
        if (ShouldProcess(Describe(row, "."), Describe(row, "?"), "Start an outbound contact", out ShouldProcessReason reason))
            return RowConfirmation.Send;
        return reason == ShouldProcessReason.WhatIf ? RowConfirmation.Plan : RowConfirmation.Decline;
    }

    private static string Describe(CheckedRow row, string end) =>
        $"Row {row.Row.Number}: start {row.Request!.SegmentAttributes!["connect:Subtype"].ValueString} contact with {PhoneMask.Mask(row.Destination)}, "
            + $"flow {row.Request.ContactFlowId}{end}";

    private void WarnOfMissingName()
    {
        using PipelineThread.Scope outside = PipelineThread.Leave();
        WriteWarning("More than 10 rows without -RunName: sending them again would start every contact again. "
            + $"With a name, such as -RunName '{DateTime.Today:yyyy-MM-dd} reminder', the run can be repeated and nobody is written to twice.");
    }

    private void Emit(OutboundContact contact)
    {
        using PipelineThread.Scope outside = PipelineThread.Leave();
        if (!_faultWritten && _run!.Fault is OutboundException fault)
        {
            _faultWritten = true;
            WriteError(ErrorRecords.OfRun(fault));
        }

        if (IsVerbose)
        {
            string id = contact.ContactId is null ? "" : $" {contact.ContactId}";
            string reason = contact.Reason is null ? "" : $", {contact.Reason}";
            WriteVerbose(PhoneMask.MaskAll($"Row {contact.RowNumber}, {PhoneMask.Mask(contact.Destination)}: {contact.Status}{id}{reason}"));
        }

        WriteObject(PassThru ? PassThruObject.Create(contact.GetInput(), contact.Destination, contact.RowNumber, SavedResult.Of(contact)) : contact);
        if (ErrorRecords.OfContact(contact) is ErrorRecord error)
            WriteError(error);
        ShowProgress();
    }

    private void ShowProgress()
    {
        if (_run is null || !_progress!.IsDue())
            return;
        _progressShown = true;
        WriteProgress(_progress.Record(_run));
        if (_waitNotice!.Describe(_run) is string waits)
            WriteWarning(waits);
    }

    // PowerShell has no asynchronous end: each wait is bounded. Whatever one step throws, the next are taken.
    private void Close()
    {
        OutboundRun? run = _run;
        _run = null;
        Try(() => run?.StopAsync());
        if (run is not null && !_ended)
            Try(() => StopNotice.Write(Host, run, RunName, _interrupted));
        Try(() => run?.DisposeAsync().AsTask());
        Try(() => _journal?.DisposeAsync().AsTask());
        Try(() => _connection?.Dispose());
    }
}
