using Amazon.Connect;
using Amazon.Connect.Model;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Engine.Catalog;

/// <summary>Makes what scripts see of what the service lists.</summary>
internal static class FoundResource
{
    public static OutboundInstance Of(InstanceSummary instance) => new()
    {
        InstanceId = instance.Id ?? "",
        Alias = instance.InstanceAlias,
        Arn = instance.Arn,
        Status = instance.InstanceStatus?.Value,
        OutboundCallsEnabled = instance.OutboundCallsEnabled,
        CreatedAt = ServiceTime.Read(instance.CreatedTime),
    };

    public static OutboundPhoneNumber Of(ListPhoneNumbersSummary number, string instanceId) => new()
    {
        PhoneNumber = number.PhoneNumber ?? "",
        Channel = ChannelOf(number.SourcePhoneNumberArn),
        Source = number.PhoneNumberArn ?? "",
        Country = number.PhoneNumberCountryCode?.Value,
        Type = number.PhoneNumberType?.Value,
        Description = number.PhoneNumberDescription,
        ImportedFrom = number.SourcePhoneNumberArn,
        InstanceId = number.InstanceId ?? instanceId,
    };

    public static OutboundFlow Of(ContactFlowSummary flow, string instanceId) => new()
    {
        Name = flow.Name ?? "",
        ContactFlowId = flow.Id ?? "",
        Arn = flow.Arn,
        Type = flow.ContactFlowType?.Value,
        State = flow.ContactFlowState?.Value,
        Status = flow.ContactFlowStatus?.Value,
        IsUsable = (flow.ContactFlowState is null || flow.ContactFlowState == ContactFlowState.ACTIVE)
            && (flow.ContactFlowStatus is null || flow.ContactFlowStatus == ContactFlowStatus.PUBLISHED),
        InstanceId = instanceId,
    };

    // A number that was imported says where from; one that was claimed in Amazon Connect carries voice only.
    private static OutboundChannel? ChannelOf(string? importedFrom) => importedFrom?.Split(':').ElementAtOrDefault(2) switch
    {
        "sms-voice" => OutboundChannel.SMS,
        "social-messaging" => OutboundChannel.WhatsApp,
        _ => null,
    };
}
