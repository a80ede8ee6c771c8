namespace Amazon.QConnect.Model;

/// <summary>Values of a customer profile.</summary>
public class CustomerProfileAttributes
{
    /// <summary>The account number.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>The additional information.</summary>
    public string? AdditionalInformation { get; set; }

    /// <summary>The address, line 1.</summary>
    public string? Address1 { get; set; }

    /// <summary>The address, line 2.</summary>
    public string? Address2 { get; set; }

    /// <summary>The address, line 3.</summary>
    public string? Address3 { get; set; }

    /// <summary>The address, line 4.</summary>
    public string? Address4 { get; set; }

    /// <summary>The billing address, line 1.</summary>
    public string? BillingAddress1 { get; set; }

    /// <summary>The billing address, line 2.</summary>
    public string? BillingAddress2 { get; set; }

    /// <summary>The billing address, line 3.</summary>
    public string? BillingAddress3 { get; set; }

    /// <summary>The billing address, line 4.</summary>
    public string? BillingAddress4 { get; set; }

    /// <summary>The billing city.</summary>
    public string? BillingCity { get; set; }

    /// <summary>The billing country.</summary>
    public string? BillingCountry { get; set; }

    /// <summary>The billing county.</summary>
    public string? BillingCounty { get; set; }

    /// <summary>The billing postal code.</summary>
    public string? BillingPostalCode { get; set; }

    /// <summary>The billing province.</summary>
    public string? BillingProvince { get; set; }

    /// <summary>The billing state.</summary>
    public string? BillingState { get; set; }

    /// <summary>The birth date.</summary>
    public string? BirthDate { get; set; }

    /// <summary>The business email address.</summary>
    public string? BusinessEmailAddress { get; set; }

    /// <summary>The business name.</summary>
    public string? BusinessName { get; set; }

    /// <summary>The business phone number.</summary>
    public string? BusinessPhoneNumber { get; set; }

    /// <summary>The city.</summary>
    public string? City { get; set; }

    /// <summary>The country.</summary>
    public string? Country { get; set; }

    /// <summary>The county.</summary>
    public string? County { get; set; }

    /// <summary>The profile's own attributes, by name.</summary>
    public Dictionary<string, string>? Custom { get; set; }

    /// <summary>The email address.</summary>
    public string? EmailAddress { get; set; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; set; }

    /// <summary>The gender.</summary>
    public string? Gender { get; set; }

    /// <summary>The home phone number.</summary>
    public string? HomePhoneNumber { get; set; }

    /// <summary>The last name.</summary>
    public string? LastName { get; set; }

    /// <summary>The mailing address, line 1.</summary>
    public string? MailingAddress1 { get; set; }

    /// <summary>The mailing address, line 2.</summary>
    public string? MailingAddress2 { get; set; }

    /// <summary>The mailing address, line 3.</summary>
    public string? MailingAddress3 { get; set; }

    /// <summary>The mailing address, line 4.</summary>
    public string? MailingAddress4 { get; set; }

    /// <summary>The mailing city.</summary>
    public string? MailingCity { get; set; }

    /// <summary>The mailing country.</summary>
    public string? MailingCountry { get; set; }

    /// <summary>The mailing county.</summary>
    public string? MailingCounty { get; set; }

    /// <summary>The mailing postal code.</summary>
    public string? MailingPostalCode { get; set; }

    /// <summary>The mailing province.</summary>
    public string? MailingProvince { get; set; }

    /// <summary>The mailing state.</summary>
    public string? MailingState { get; set; }

    /// <summary>The middle name.</summary>
    public string? MiddleName { get; set; }

    /// <summary>The mobile phone number.</summary>
    public string? MobilePhoneNumber { get; set; }

    /// <summary>The party type.</summary>
    public string? PartyType { get; set; }

    /// <summary>The phone number.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The profile's ARN.</summary>
    public string? ProfileARN { get; set; }

    /// <summary>The profile's id.</summary>
    public string? ProfileId { get; set; }

    /// <summary>The province.</summary>
    public string? Province { get; set; }

    /// <summary>The shipping address, line 1.</summary>
    public string? ShippingAddress1 { get; set; }

    /// <summary>The shipping address, line 2.</summary>
    public string? ShippingAddress2 { get; set; }

    /// <summary>The shipping address, line 3.</summary>
    public string? ShippingAddress3 { get; set; }

    /// <summary>The shipping address, line 4.</summary>
    public string? ShippingAddress4 { get; set; }

    /// <summary>The shipping city.</summary>
    public string? ShippingCity { get; set; }

    /// <summary>The shipping country.</summary>
    public string? ShippingCountry { get; set; }

    /// <summary>The shipping county.</summary>
    public string? ShippingCounty { get; set; }

    /// <summary>The shipping postal code.</summary>
    public string? ShippingPostalCode { get; set; }

    /// <summary>The shipping province.</summary>
    public string? ShippingProvince { get; set; }

    /// <summary>The shipping state.</summary>
    public string? ShippingState { get; set; }

    /// <summary>The state.</summary>
    public string? State { get; set; }
}
