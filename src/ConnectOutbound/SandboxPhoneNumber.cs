namespace ConnectOutbound;

/// <summary>A phone number that the sandbox has.</summary>
public sealed record SandboxPhoneNumber
{
    /// <summary>The number in E.164.</summary>
    public required string PhoneNumber { get; init; }

    /// <summary>What can be sent from it; null for a number that makes calls only.</summary>
    public OutboundChannel? Channel { get; init; }

    /// <summary>What kind of number it is (API type <c>PhoneNumberType</c>), such as <c>DID</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its country in ISO 3166-1 alpha-2, such as <c>US</c>; null where the sandbox does not know the country's calling code.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Its id.</summary>
    public required string PhoneNumberId { get; init; }

    /// <summary>Its ARN in Amazon Connect; for -Source.</summary>
    public required string Arn { get; init; }

    /// <summary>
    /// The ARN that it has in the service it was imported from, AWS End User Messaging SMS or Social; null for a number that makes calls only. It is no ARN
    /// for -Source.
    /// </summary>
    public string? SourcePhoneNumberArn { get; init; }

    /// <summary>The instance that it is claimed to.</summary>
    public required string InstanceId { get; init; }
}
