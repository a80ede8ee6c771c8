using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands.Defaults;

/// <summary>Sets values that are taken where neither an argument nor a column gives one.</summary>
[Cmdlet(VerbsCommon.Set, "ConnectOutboundDefault", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(OutboundDefault))]
public sealed class SetConnectOutboundDefaultCommand : OutboundCmdlet
{
    /// <summary>The instance.</summary>
    [Parameter]
    [Alias("Instance", "InstanceArn")]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InstanceId { get; set; }

    /// <summary>The flow.</summary>
    [Parameter]
    [Alias("Flow", "FlowId", "ContactFlowArn")]
    [ArgumentCompleter(typeof(FlowCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ContactFlowId { get; set; }

    /// <summary>The number that messages come from.</summary>
    [Parameter]
    [Alias("From")]
    [ArgumentCompleter(typeof(SourceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Source { get; set; }

    /// <summary>SMS or WhatsApp.</summary>
    [Parameter]
    public OutboundChannel Channel { get; set; }

    /// <summary>The Region.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Region { get; set; }

    /// <summary>A named profile.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The steady rate.</summary>
    [Parameter]
    [ValidateRange(0.001, 1_000_000.0)]
    public double RequestsPerSecond { get; set; }

    /// <summary>How many requests may go at once after a pause.</summary>
    [Parameter]
    [ValidateRange(1, 1_000_000)]
    public int Burst { get; set; }

    /// <summary>How many rows or contacts may be under way.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; }

    /// <summary>For how long: the session, or for the user until they are cleared.</summary>
    [Parameter]
    public OutboundDefaultScope Scope { get; set; }

    /// <summary>Emits what was set.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var given = new SortedDictionary<DefaultName, string>();
        foreach (DefaultName name in Enum.GetValues<DefaultName>())
        {
            if (MyInvocation.BoundParameters.TryGetValue(name.ToString(), out object? value))
                given[name] = SessionDefaults.TextOf(value);
        }

        if (given.Count == 0)
        {
            ThrowTerminatingError(ErrorRecords.From(OutboundException.Argument(
                "Default",
                $"Nothing to set: give one or several of {string.Join(", ", Enum.GetNames<DefaultName>().Select(name => $"-{name}"))}.")));
        }

        foreach ((DefaultName name, string value) in given)
        {
            if (!DefaultsFile.IsUsable(name, value, out string problem))
                ThrowTerminatingError(ErrorRecords.From(OutboundException.Argument(name.ToString(), $"-{name} {DisplayText.Quoted(value)} {problem}.")));
        }

        if (!ShouldProcess(string.Join(", ", given.Select(entry => $"{entry.Key} = {PhoneMask.MaskAll(entry.Value)}")), $"Set defaults ({Scope})"))
            return;
        Keep(given);
        if (!PassThru)
            return;
        foreach ((DefaultName name, string value) in given)
            WriteObject(new OutboundDefault { Name = name.ToString(), Value = value, Scope = Scope });
    }

    private void Keep(SortedDictionary<DefaultName, string> given)
    {
        if (Scope == OutboundDefaultScope.Session)
        {
            SessionDefaults.Current = SessionDefaults.Current.SetItems(given);
            return;
        }

        Guarded(() =>
        {
            var file = new DefaultsFile();
            var all = new SortedDictionary<DefaultName, string>(file.Read().ToDictionary());
            foreach ((DefaultName name, string value) in given)
                all[name] = value;
            file.Write(all);
            WriteVerbose($"Kept in '{file.FilePath}'.");
        });
    }
}
