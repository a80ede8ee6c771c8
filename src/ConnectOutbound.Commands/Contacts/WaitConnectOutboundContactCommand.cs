using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Parameters;
using ConnectOutbound.Engine.Contacts;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>Waits until contacts have ended, or have come as far as is asked, and gives the state of each as soon as it has.</summary>
[Cmdlet(VerbsLifecycle.Wait, "ConnectOutboundContact", DefaultParameterSetName = InputSet)]
[OutputType(typeof(OutboundContactState))]
public sealed class WaitConnectOutboundContactCommand : ContactCmdlet<WatchResult>
{
    private ContactWatch? _watch;
    private long _reached;

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

    // All contacts are waited for at the same time.
    private protected override int Capacity => int.MaxValue;

    private protected override string Activity => $"Waiting for contacts: {Until}";

    private protected override string Status => $"{_reached} of {Submitted} reached, {Submitted - Answered} waited for";

    private protected override int Percent => (int)(100L * Answered / Math.Max(1, Submitted));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _watch = new ContactWatch(
            Directory.DescribeAsync,
            new WatchOptions { Until = Until, Timeout = Timeout, PollInterval = PollInterval, ThrottleLimit = ThrottleLimit },
            TimeProvider.System);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _watch?.Dispose();
    }

    private protected override Task<WatchResult> CallAsync(ContactReference contact, CancellationToken cancellationToken) =>
        _watch!.WaitAsync(contact, cancellationToken);

    private protected override void Emit(ContactAnswer<WatchResult> answer)
    {
        if ((answer.Error ?? answer.Value!.Error) is { } error)
        {
            Report(answer.Contact, error);
            return;
        }

        WatchResult result = answer.Value!;
        _reached += result.End == WatchEnd.Reached ? 1 : 0;
        WriteObject(result.State);
        if (result.End is WatchEnd.TimedOut or WatchEnd.Missed)
            WriteError(ErrorRecords.OfWait(result, Until));
    }
}
