using System.Management.Automation;

namespace ConnectOutbound.Commands.Resources;

/// <summary>Gives the Amazon Connect instances of the account in the Region.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundInstance")]
[OutputType(typeof(OutboundInstance))]
public sealed class GetConnectOutboundInstanceCommand : CatalogCmdlet
{
    /// <summary>Aliases or ids, with wildcards; all instances by default.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    private protected override void List() =>
        WriteMatching(All(Directory.InstancesAsync(Stopped)), Name, instance => [instance.Alias, instance.InstanceId], "Instance");
}
