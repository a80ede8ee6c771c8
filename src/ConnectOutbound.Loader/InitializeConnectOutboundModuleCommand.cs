using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands;

namespace ConnectOutbound.Loader;

/// <summary>
/// Loads the assembly that has the cmdlets, imports it and the hidden members, and says what is done when the module is removed: for the module's
/// script alone. One cmdlet without parameters, as each import pays for what its script does first: a method, a variable in a text, the result of a
/// pipeline, a parameter.
/// </summary>
[Cmdlet(VerbsData.Initialize, "ConnectOutboundModule")]
public sealed class InitializeConnectOutboundModuleCommand : PSCmdlet
{
    // A binary module that stays loaded would export nothing to the next import (PowerShell issue 20710).
    private const string OnRemove = """
        $inner.ImplementingAssembly.GetType('ConnectOutbound.Commands.Sandboxes.SandboxRegistry')::StopAll()
        Remove-Module -ModuleInfo $inner -Force
        """;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        PSModuleInfo module = SessionState.Module;
        PSModuleInfo inner = Import("Assembly", LoadCmdlets(Path.Combine(module.ModuleBase, "bin", "private")));
        SessionState.PSVariable.Set(nameof(inner), inner);
        module.OnRemove = InvokeCommand.NewScriptBlock(OnRemove);
        Import("Name", Path.Combine(module.ModuleBase, "types", "ConnectOutbound.Types.psd1"));
    }

    private Assembly LoadCmdlets(string folder)
    {
        try
        {
            return ModuleLoadContext.LoadCmdlets(folder);
        }
        catch (InvalidOperationException e)
        {
            // The loader stands alone: ErrorIds has this id for the page of errors.
            ThrowTerminatingError(new ErrorRecord(e, "AnotherCopyLoaded", ErrorCategory.ResourceExists, folder));
            throw;
        }
    }

    private static PSModuleInfo Import<T>(string parameter, T value)
    {
        using PowerShell shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return shell.AddCommand(new CmdletInfo("Import-Module", typeof(ImportModuleCommand)))
            .AddParameter(parameter, new[] { value })
            .AddParameter("PassThru")
            .AddParameter("ErrorAction", ActionPreference.Stop)
            .Invoke<PSModuleInfo>()[0];
    }
}
