using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Engine.Defaults;

namespace ConnectOutbound.Commands.Resources;

/// <summary>Gives the phone numbers of instances, each with the channel that it serves and the ARN to be given as -Source.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundPhoneNumber")]
[OutputType(typeof(OutboundPhoneNumber))]
public sealed class GetConnectOutboundPhoneNumberCommand : CatalogCmdlet
{
    /// <summary>Numbers, with wildcards; all by default.</summary>
    [Parameter(Position = 0)]
    [Alias("PhoneNumber")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only numbers for this channel.</summary>
    [Parameter]
    public OutboundChannel Channel { get; set; }

    /// <summary>The instances, by id, ARN or alias.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Instance", "InstanceArn")]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? InstanceId { get; set; }

    private protected override bool Uses(DefaultName name) => base.Uses(name) || name == DefaultName.InstanceId;

    private protected override void List()
    {
        bool filtered = MyInvocation.BoundParameters.ContainsKey(nameof(Channel));
        foreach (string instance in Instances(InstanceId))
        {
            WriteMatching(
                All(Directory.PhoneNumbersAsync(instance, Stopped)).Where(number => !filtered || number.Channel == Channel),
                Name,
                number => [number.PhoneNumber],
                "PhoneNumber");
        }
    }
}
