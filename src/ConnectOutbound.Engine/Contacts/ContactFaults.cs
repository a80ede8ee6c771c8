using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Contacts;

/// <summary>What an error means for somebody who asks for contacts or ends them, and what to do.</summary>
internal static class ContactFaults
{
    /// <summary>Says it.</summary>
    /// <param name="fault">The error, classified.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="operation">The operation, such as <c>DescribeContact</c>.</param>
    /// <param name="cause">What the client threw.</param>
    /// <returns>The exception to throw.</returns>
    public static ContactException Of(ServiceFault fault, string contactId, string operation, Exception cause)
    {
        string said = DisplayText.Clause(PhoneMask.MaskAll(fault.Message));
        string what = operation == "StopContact" ? "end" : "read";
        return (fault.Kind, fault.Run?.Id) switch
        {
            (FaultKind.ResourceMissing, _) => NotFound(),
            _ when fault.Code == "ContactNotFoundException" => NotFound(),
            (_, "AccessDenied") => New("AccessDenied", $"The credentials may not {what} contacts: {said}",
                $"Allow connect:{operation} on the instance and its contacts; the README has the policy."),
            (_, "CredentialsExpired") => New("CredentialsExpired", fault.Run!.Message, "Sign in again (such as: aws sso login --profile NAME) or give fresh credentials."),
            (_, "EndpointNotConnect") => New("EndpointNotConnect", $"What answered does not know {operation}: {said}",
                "Check -EndpointUrl (and AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_CONNECT): it must be an endpoint of Amazon Connect."),
            (_, not null) => New(fault.Run!.Id, fault.Run.Message, fault.Run.Remedy),
            (FaultKind.Throttled, _) => New("Throttled", $"The service throttled every attempt to {what} the contact {contactId}: {said}",
                $"Somebody else uses {operation} in this account and Region (10 requests a second by default). Try again later."),
            (FaultKind.RowRefused, _) => New("ContactRequestInvalid", $"The service does not accept the request for the contact {contactId}: {said}", "Check the contact's id, the instance and the Region (-Region)."),
            _ => New("ContactUnavailable", $"The service could not be asked for the contact {contactId}: {said}", "Try again; where it stays so, look at the AWS Health Dashboard for Amazon Connect."),
        };

        ContactException NotFound() => New("ContactNotFound", $"The instance has no contact {contactId}: {said}", "Check the contact's id, the instance (-InstanceId) and the Region (-Region).");
        ContactException New(string id, string message, string remedy) => new(id, message, remedy, fault.Code, cause);
    }
}
