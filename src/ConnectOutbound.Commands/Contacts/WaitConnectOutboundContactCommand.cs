using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Parameters;
using ConnectOutbound.Engine.Contacts;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>Waits until contacts have ended, or have come as far as is asked, and gives the state of each as soon as it has.</summary>
[Cmdlet(VerbsLifecycle.Wait, "ConnectOutboundContact", DefaultParameterSetName = InputSet)]
[OutputType(typeof(OutboundContactState))]
public sealed class WaitConnectOutboundContactCommand : ContactLookupCmdlet
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    private ContactWatch? _watch;

    /// <summary>What is waited for.</summary>
    [Parameter]
    public OutboundContactMilestone Until { get; set; } = OutboundContactMilestone.Disconnected;

    /// <summary>How long each contact is waited for: a TimeSpan, or seconds.</summary>
    [Parameter]
    [WaitTransformation(InSeconds = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The pause between two looks at a contact, at first: a TimeSpan, or seconds.</summary>
    [Parameter]
    [WaitTransformation(InSeconds = true)]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _watch = new ContactWatch(
            Directory.DescribeAsync, new WatchOptions { Until = Until, Timeout = Timeout, PollInterval = PollInterval, ThrottleLimit = ThrottleLimit }, TimeProvider.System);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        while (_watch!.Ended < _watch.Count)
            TakeOne(s_look);
        base.EndProcessing();
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        _watch?.Stop();
        base.StopProcessing();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _watch is ContactWatch watch)
        {
            _watch = null;
            // PowerShell gives no asynchronous end; what is under way is cancelled.
            watch.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        }

        base.Dispose(disposing);
    }

    private protected override void Process(ContactReference contact)
    {
        _watch!.Add(contact);
        while (TakeOne(TimeSpan.Zero))
        {
        }
    }

    private bool TakeOne(TimeSpan wait)
    {
        ContactWatch watch = _watch!;
        WatchResult? result = Guarded(() => watch.TryTake(wait, Stopped, out WatchResult? taken) ? taken : null);
        if (result is not null)
            Emit(result);
        Show($"Waiting for contacts: {Until}", () => $"{watch.Reached} of {watch.Count} reached, {watch.Count - watch.Ended} waited for", (int)(100L * watch.Ended / Math.Max(1, watch.Count)));
        return result is not null;
    }

    private void Emit(WatchResult result)
    {
        if (result.End == WatchEnd.Failed)
        {
            Report(result.Contact, result.Error!);
            return;
        }

        Answered();
        WriteObject(result.State);
        if (result.End is WatchEnd.TimedOut or WatchEnd.Missed)
            WriteError(ErrorRecords.OfWait(result, Until));
    }
}
