using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Engine.Defaults;

namespace ConnectOutbound.Commands.Resources;

/// <summary>Gives the flows of instances that contacts can be given to: those that are published and active first.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundFlow")]
[OutputType(typeof(OutboundFlow))]
public sealed class GetConnectOutboundFlowCommand : CatalogCmdlet
{
    /// <summary>Names or ids, with wildcards; all by default.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The instances, by id, ARN or alias.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Instance", "InstanceArn")]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? InstanceId { get; set; }

    private protected override bool Uses(DefaultName name) => base.Uses(name) || name == DefaultName.InstanceId;

    private protected override void List()
    {
        foreach (string instance in Instances(InstanceId))
            WriteMatching(UsableFirst(All(Directory.FlowsAsync(instance, Stopped))), Name, flow => [flow.Name, flow.ContactFlowId], "Flow");
    }

    // As they come, but for those that take no contacts: they wait for the end.
    private static IEnumerable<OutboundFlow> UsableFirst(IEnumerable<OutboundFlow> flows)
    {
        var others = new List<OutboundFlow>();
        foreach (OutboundFlow flow in flows)
        {
            if (flow.IsUsable)
                yield return flow;
            else
                others.Add(flow);
        }

        foreach (OutboundFlow flow in others)
            yield return flow;
    }
}
