using System.Management.Automation;
using ConnectOutbound.Commands.Output;

namespace ConnectOutbound.Commands.Sandboxes;

/// <summary>Gives the sandboxes that run in this session.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundSandbox")]
[OutputType(typeof(OutboundSandbox))]
public sealed class GetConnectOutboundSandboxCommand : PSCmdlet
{
    /// <summary>Only the one on this port.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        OutboundSandbox[] found = [.. SandboxRegistry.Running().Where(sandbox => Port == 0 || sandbox.Port == Port)];
        if (Port != 0 && found.Length == 0)
            WriteError(ErrorRecords.SandboxNotFound(Port));
        WriteObject(found, enumerateCollection: true);
    }
}
