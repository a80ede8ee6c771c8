using System.Management.Automation;
using ConnectOutbound.Commands.Output;

namespace ConnectOutbound.Commands.Sandboxes;

/// <summary>Stops sandboxes. What they received stays readable.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ConnectOutboundSandbox", SupportsShouldProcess = true, DefaultParameterSetName = "Port")]
[OutputType(typeof(void))]
public sealed class StopConnectOutboundSandboxCommand : PSCmdlet
{
    /// <summary>The sandbox, as Start-ConnectOutboundSandbox gave it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Sandbox")]
    public OutboundSandbox Sandbox { get; set; } = null!;

    /// <summary>Only the one on this port; without, all of this session.</summary>
    [Parameter(ParameterSetName = "Port")]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        OutboundSandbox[] chosen = ParameterSetName == "Sandbox"
            ? [Sandbox]
            : [.. SandboxRegistry.Running().Where(sandbox => Port == 0 || sandbox.Port == Port)];
        if (Port != 0 && chosen.Length == 0)
            WriteError(ErrorRecords.SandboxNotFound(Port));
        foreach (OutboundSandbox sandbox in chosen)
        {
            if (ShouldProcess(sandbox.EndpointUrl, "Stop the sandbox"))
                sandbox.Dispose();
        }
    }
}
