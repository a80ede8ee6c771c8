using System.Management.Automation;

namespace ConnectOutbound.Loader;

/// <summary>Loads the assembly that has the cmdlets, for the module's script alone. A cmdlet, as the script's first call of a method would cost each import 30 ms.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundAssembly")]
[OutputType(typeof(System.Reflection.Assembly))]
public sealed class GetConnectOutboundAssemblyCommand : PSCmdlet
{
    /// <summary>The folder of the private assemblies.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Folder { get; set; } = "";

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            WriteObject(ModuleLoadContext.LoadCmdlets(Folder));
        }
        catch (InvalidOperationException e)
        {
            ThrowTerminatingError(new ErrorRecord(e, "AnotherCopyLoaded", ErrorCategory.ResourceExists, Folder));
        }
    }
}
