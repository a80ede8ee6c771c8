namespace Amazon.Connect.Model;

/// <summary>A phone number that Amazon Connect holds.</summary>
public class ListPhoneNumbersSummary
{
    /// <summary>The id of the instance that it is claimed to.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The number in E.164.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>Its ARN in Amazon Connect: what an outbound chat has as its source.</summary>
    public string? PhoneNumberArn { get; set; }

    /// <summary>Its country.</summary>
    public PhoneNumberCountryCode? PhoneNumberCountryCode { get; set; }

    /// <summary>What it is for, at most 500 characters.</summary>
    public string? PhoneNumberDescription { get; set; }

    /// <summary>Its id.</summary>
    public string? PhoneNumberId { get; set; }

    /// <summary>What kind of number it is.</summary>
    public PhoneNumberType? PhoneNumberType { get; set; }

    /// <summary>
    /// The ARN that it has in the service it was imported from: <c>sms-voice</c> for text messages, <c>social-messaging</c> for WhatsApp; null where
    /// it was not imported.
    /// </summary>
    public string? SourcePhoneNumberArn { get; set; }

    /// <summary>The ARN of the instance or traffic distribution group that it is claimed to.</summary>
    public string? TargetArn { get; set; }
}
