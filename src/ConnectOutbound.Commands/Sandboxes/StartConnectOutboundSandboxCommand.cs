using System.Management.Automation;
using System.Net.Sockets;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Sandbox;

namespace ConnectOutbound.Commands.Sandboxes;

/// <summary>Starts a stand-in for Amazon Connect on loopback, to learn and to test with.</summary>
[Cmdlet(VerbsLifecycle.Start, "ConnectOutboundSandbox")]
[OutputType(typeof(OutboundSandbox))]
public sealed class StartConnectOutboundSandboxCommand : PSCmdlet
{
    /// <summary>The port on 127.0.0.1; a free one by default.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The quota of requests a second; 0 for none.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000.0)]
    public double RequestsPerSecond { get; set; } = 2;

    /// <summary>How many requests may come at once after a pause.</summary>
    [Parameter]
    [ValidateRange(1, 1_000_000)]
    public int Burst { get; set; } = 5;

    /// <summary>The quota of concurrent chats of an instance.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ConcurrentChat { get; set; } = 500;

    /// <summary>Which part of the requests meets a fault, from 0 to 1; all of them where only -FaultKind is given.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double FaultRate { get; set; }

    /// <summary>The kinds of faults to choose from; by default all those after which the same request can succeed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public SandboxFaultKind[]? FaultKind { get; set; }

    /// <summary>Makes the choice of faults repeatable.</summary>
    [Parameter]
    public int FaultSeed { get; set; }

    /// <summary>How long each answer takes, in milliseconds.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    public int LatencyMilliseconds { get; set; }

    /// <summary>The only access key id that is accepted; with -SecretKey, signatures are verified.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret that signatures are verified with.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SecretKey { get; set; }

    /// <summary>The session token that requests must carry.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SessionToken { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var options = new SandboxOptions
        {
            Port = Port,
            RequestsPerSecond = RequestsPerSecond == 0 ? double.PositiveInfinity : RequestsPerSecond,
            Burst = Burst,
            ConcurrentChats = ConcurrentChat,
            FaultRate = FaultKind is not null && !MyInvocation.BoundParameters.ContainsKey(nameof(FaultRate)) ? 1 : FaultRate,
            FaultSeed = FaultSeed,
            Latency = TimeSpan.FromMilliseconds(LatencyMilliseconds),
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
        };
        if (FaultKind is not null)
            options = options with { FaultKinds = FaultKind };
        if ((AccessKey is null) != (SecretKey is null) || (SessionToken is not null && AccessKey is null))
            ThrowTerminatingError(ErrorRecords.SandboxCredentialsIncomplete());
        try
        {
            SandboxServer server = SandboxServer.Start(options);
            SandboxRegistry.Add(server, options);
            WriteObject(server);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            ThrowTerminatingError(ErrorRecords.SandboxNotStarted(e, Port));
        }
    }
}
