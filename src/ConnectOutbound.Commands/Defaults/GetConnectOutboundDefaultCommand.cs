using System.Management.Automation;
using ConnectOutbound.Commands.Completion;

namespace ConnectOutbound.Commands.Defaults;

/// <summary>Gives the defaults that hold now, each with where it is kept.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundDefault")]
[OutputType(typeof(OutboundDefault))]
public sealed class GetConnectOutboundDefaultCommand : OutboundCmdlet
{
    /// <summary>Which of them, with wildcards; all by default.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DefaultNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Guarded(() =>
        {
            foreach (OutboundDefault found in SessionDefaults.Effective())
            {
                if (Array.Exists(Name, name => new WildcardPattern(name, WildcardOptions.IgnoreCase).IsMatch(found.Name)))
                    WriteObject(found);
            }
        });
    }
}
