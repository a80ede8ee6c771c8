using System.Management.Automation;

namespace ConnectOutbound.Loader;

/// <summary>Says what is done when the module is removed, for the module's script alone; a cmdlet for the same reason as <see cref="GetConnectOutboundAssemblyCommand"/>.</summary>
[Cmdlet(VerbsLifecycle.Register, "ConnectOutboundRemoval")]
public sealed class RegisterConnectOutboundRemovalCommand : PSCmdlet
{
    /// <summary>What is done.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public ScriptBlock Action { get; set; } = null!;

    /// <inheritdoc/>
    protected override void EndProcessing() => SessionState.Module.OnRemove = Action;
}
