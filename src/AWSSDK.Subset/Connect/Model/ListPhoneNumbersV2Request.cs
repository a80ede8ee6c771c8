namespace Amazon.Connect.Model;

/// <summary>Asks for the phone numbers of an instance, of a traffic distribution group, or, without either, of all instances in the Region.</summary>
public class ListPhoneNumbersV2Request : AmazonConnectRequest
{
    /// <summary>The instance that the numbers are claimed to: its id; 1 to 100 characters.</summary>
    public string? InstanceId { get; set; }

    /// <summary>How many to answer in one page, 1 to 1,000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Where the page begins: the token of the answer before.</summary>
    public string? NextToken { get; set; }

    /// <summary>The countries to answer numbers of, at most 10; see <see cref="PhoneNumberCountryCode"/>. All when not set.</summary>
    public List<string>? PhoneNumberCountryCodes { get; set; }

    /// <summary>What the numbers begin with: <c>+</c> and 1 to 11 digits.</summary>
    public string? PhoneNumberPrefix { get; set; }

    /// <summary>The kinds of numbers to answer, at most 6; see <see cref="PhoneNumberType"/>. All when not set.</summary>
    public List<string>? PhoneNumberTypes { get; set; }

    /// <summary>The instance or traffic distribution group that the numbers are claimed to: its ARN.</summary>
    public string? TargetArn { get; set; }
}
