using System.Management.Automation;

namespace ConnectOutbound.Commands.Catalog;

/// <summary>Gives the phone numbers of instances, each with the channel that it serves and the ARN to be given as -Source.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundPhoneNumber")]
[OutputType(typeof(OutboundPhoneNumber))]
public sealed class GetConnectOutboundPhoneNumberCommand : InstanceResourceCmdlet
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

    private protected override void List()
    {
        bool filtered = MyInvocation.BoundParameters.ContainsKey(nameof(Channel));
        foreach (string instance in Instances())
            WriteMatching(All(Directory.PhoneNumbersAsync(instance, Stopped)).Where(number => !filtered || number.Channel == Channel), Name, number => [number.PhoneNumber], "PhoneNumber");
    }
}
