using System.Management.Automation;

namespace ConnectOutbound.Loader;

/// <summary>
/// Loads the assembly that has the cmdlets, and says what is done when the module is removed: for the module's script alone. A cmdlet, as the script's first call of a method
/// would cost each import 30 ms.
/// </summary>
[Cmdlet(VerbsData.Initialize, "ConnectOutboundModule")]
[OutputType(typeof(System.Reflection.Assembly))]
public sealed class InitializeConnectOutboundModuleCommand : PSCmdlet
{
    /// <summary>The folder of the private assemblies.</summary>
    [Parameter(Mandatory = true)]
    public string Folder { get; set; } = "";

    /// <summary>What is done when the module is removed.</summary>
    [Parameter(Mandatory = true)]
    public ScriptBlock OnRemove { get; set; } = null!;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            WriteObject(ModuleLoadContext.LoadCmdlets(Folder));
            SessionState.Module.OnRemove = OnRemove;
        }
        catch (InvalidOperationException e)
        {
            ThrowTerminatingError(new ErrorRecord(e, "AnotherCopyLoaded", ErrorCategory.ResourceExists, Folder));
        }
    }
}
