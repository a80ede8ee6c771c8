namespace ConnectOutbound.Sandbox.Resources;

/// <summary>The ARNs of what the sandbox has. Its account is the one of AWS's own examples.</summary>
internal static class Arns
{
    private const string Place = "us-east-1:111122223333";

    public static string Instance(string instanceId) => $"arn:aws:connect:{Place}:instance/{instanceId}";

    public static string Flow(string instanceId, string flowId) => $"{Instance(instanceId)}/contact-flow/{flowId}";

    public static string Contact(string instanceId, string contactId) => $"{Instance(instanceId)}/contact/{contactId}";

    public static string PhoneNumber(Guid id) => $"arn:aws:connect:{Place}:phone-number/{id}";

    public static string ServiceRole(string instanceId) =>
        "arn:aws:iam::111122223333:role/aws-service-role/connect.amazonaws.com/"
            + $"AWSServiceRoleForAmazonConnect_{instanceId[^Math.Min(12, instanceId.Length)..]}";

    /// <summary>The ARN of a number in the service that it is imported from.</summary>
    public static string Origin(OutboundChannel channel, Guid id) => channel == OutboundChannel.SMS
        ? $"arn:aws:sms-voice:{Place}:phone-number/phone-{id:N}"
        : $"arn:aws:social-messaging:{Place}:phone-number-id/{id:N}";

    /// <summary>The last part of an ARN, or the id itself.</summary>
    public static string LastOf(string idOrArn) => idOrArn[(idOrArn.LastIndexOf('/') + 1)..];
}
