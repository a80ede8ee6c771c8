using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Sending;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Commands.Chat;

/// <summary>Starts outbound SMS and WhatsApp chat contacts from pipeline objects: one result for each.</summary>
[Cmdlet(VerbsLifecycle.Start, "ConnectOutboundChat", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(OutboundContact))]
public sealed class StartConnectOutboundChatCommand : RunCmdlet
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    // From here on a repetition by hand would hurt.
    private const int RowsWithoutName = 10;

    private readonly List<CheckedRow> _kept = [];
    private ContactConnection? _connection;
    private IRunJournal? _journal;
    private OutboundRun? _run;
    private RunPlanner? _planner;
    private RunProgress? _progress;
    private WaitNotice? _waitNotice;
    private long _invalid;
    private long _firstInvalid;
    private bool _faultWritten;
    private bool _progressShown;
    private bool _dry;
    private bool _ended;
    private volatile bool _interrupted;

    /// <summary>Sends nothing where one row is invalid: all rows are read and kept first.</summary>
    [Parameter]
    public SwitchParameter RequireAllValid { get; set; }

    private protected override bool NeedsTokens => true;

    private protected override bool IsStopped => _run?.Fault is not null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _dry = MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf)
            ? ((SwitchParameter)whatIf).IsPresent
            : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));
        if (!_dry)
            _ = SdkWarmup.PrepareAsync();
        base.BeginProcessing();
        _progress = new RunProgress(TotalCount, TimeProvider.System);
        _waitNotice = new WaitNotice(QuotaWait);
        IContactClient client = _dry ? new NoClient() : Connect();
        _journal = OpenJournal(create: !_dry);
        _run = new OutboundRun(
            client,
            account => SharedPacers.For(_connection?.Endpoint ?? "", account),
            new RunOptions
            {
                ThrottleLimit = ThrottleLimit,
                Pace = new PaceLimit(RequestsPerSecond, Burst),
                Retry = new RetryPolicy { MaxAttempts = MaxAttempts, QuotaWait = QuotaWait },
                MaxErrors = MaxErrors,
            },
            TimeProvider.System,
            _journal,
            NewGates());
        if (RequireAllValid)
            _planner = new RunPlanner(_journal, TimeProvider.System, NewGates());
        WriteDebug($"At most {RequestsPerSecond} requests/s, {Burst} at once, {ThrottleLimit} rows under way, {MaxAttempts} attempts a row, {TimeoutSec} s an answer.");
    }

    /// <inheritdoc/>
    protected override void Process(CheckedRow row)
    {
        if (_planner is null)
        {
            Send(row);
            return;
        }

        _kept.Add(row);
        if (_planner.Plan(row).Status == OutboundStatus.Invalid && _invalid++ == 0)
            _firstInvalid = row.Row.Number;
    }

    private void SendKept()
    {
        if (_invalid > 0)
            _run!.RefuseInvalid(_invalid, _kept.Count, _firstInvalid);
        foreach (CheckedRow row in _kept)
            Send(row);
    }

    private void Send(CheckedRow row)
    {
        OutboundRun run = _run!;
        if (row.Row.Number == RowsWithoutName + 1 && RunName is null && run.Fault is null)
            WriteWarning($"More than {RowsWithoutName} rows without -RunName: sending them again would start every contact again. With a name, such as -RunName '{DateTime.Today:yyyy-MM-dd} reminder', the run can be repeated and nobody is written to twice.");
        while (!run.HasRoom)
            WaitForOne();
        if (!row.IsValid || run.Fault is not null)
            run.Submit(row);
        else if (!run.TryHold(row))
            SendIfWanted(run, row);

        while (run.TryTake(out OutboundContact? ready))
            Emit(ready);
        ShowProgress();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        SendKept();
        OutboundRun run = _run!;
        while (run.Outstanding > 0)
            WaitForOne();
        _ended = true;
        if (_progressShown)
            WriteProgress(RunProgress.Completed());
        if (IsVerbose)
            WriteVerbose($"{run.Counts.Total} rows in {_progress!.Elapsed.TotalSeconds:0.0} s: {(run.Counts.Total == 0 ? "none" : run.Counts)}.");
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
        if (disposing && _run is OutboundRun run)
        {
            _run = null;
            // PowerShell gives no asynchronous end; the wait is bounded by RunOptions.StopGrace.
            run.StopAsync().Wait(TimeSpan.FromSeconds(10));
            if (!_ended)
                StopNotice.Write(Host, run, RunName, _interrupted);
            run.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
            _journal?.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
            _connection?.Dispose();
        }

        base.Dispose(disposing);
    }

    // Rows that are under way come out with their results, the others as NotSent.
    private protected override void OnTemplatesUnavailable(OutboundException fault) => _run!.Refuse(fault);

    private protected override void OnResourcesUnavailable(OutboundException fault) => _run!.Refuse(fault);

    private void SendIfWanted(OutboundRun run, CheckedRow row)
    {
        if (ShouldProcess(Described(row, "."), Described(row, "?"), "Start an outbound contact", out ShouldProcessReason reason))
            run.Submit(row);
        else if (reason == ShouldProcessReason.WhatIf)
            run.Plan(row);
        else
            run.Decline(row);
    }

    private static string Described(CheckedRow row, string end) =>
        $"Row {row.Row.Number}: start {row.Request!.SegmentAttributes!["connect:Subtype"].ValueString} contact with {PhoneMask.Mask(row.Destination)}, flow {row.Request.ContactFlowId}{end}";

    private ContactConnection Connect()
    {
        try
        {
            ConnectionSettings settings = ConnectionSettings();
            _connection = ContactConnection.Open(SandboxRegistry.WithCredentials(settings), ThrottleLimit, TimeSpan.FromSeconds(TimeoutSec));
            if (IsVerbose)
                WriteVerbose($"{settings}; signing for {_connection.Region}, sending to {_connection.Endpoint}.");
        }
        catch (OutboundException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e));
        }

        return _connection!;
    }

    private void WaitForOne()
    {
        try
        {
            OutboundContact? result;
            while (!_run!.TryTake(s_look, Stopped, out result))
                ShowProgress();
            Emit(result);
            ShowProgress();
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Emit(OutboundContact contact)
    {
        if (!_faultWritten && _run!.Fault is OutboundException fault)
        {
            _faultWritten = true;
            WriteError(ErrorRecords.OfRun(fault));
        }

        if (IsVerbose)
            WriteVerbose(PhoneMask.MaskAll($"Row {contact.RowNumber}, {PhoneMask.Mask(contact.Destination)}: {contact.Status}{(contact.ContactId is null ? "" : $" {contact.ContactId}")}{(contact.Reason is null ? "" : $", {contact.Reason}")}"));
        WriteObject(PassThru ? PassThruObject.Of(contact.GetInput(), contact.Destination, contact.Status, contact.ContactId, contact.Reason) : contact);
        if (ErrorRecords.OfContact(contact) is ErrorRecord error)
            WriteError(error);
    }

    private void ShowProgress()
    {
        if (!_progress!.IsDue())
            return;
        _progressShown = true;
        WriteProgress(_progress.Record(_run!));
        if (_waitNotice!.Of(_run!) is string waits)
            WriteWarning(waits);
    }
}
