using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Catalog;

/// <summary>What an error means for somebody who looks for instances, numbers and flows, and what to do.</summary>
internal static class ResourceFaults
{
    /// <summary>Says it.</summary>
    /// <param name="fault">The error, classified.</param>
    /// <param name="what">What was asked for, such as <c>the flows of the instance 'x'</c>.</param>
    /// <param name="action">The permission that it takes.</param>
    /// <param name="cause">What the client threw.</param>
    /// <returns>The exception to throw.</returns>
    public static ResourceException Of(ServiceFault fault, string what, string action, Exception cause)
    {
        string said = DisplayText.Clause(fault.Message);
        return (fault.Kind, fault.Run?.Id) switch
        {
            (FaultKind.ResourceMissing, _) or (FaultKind.RowRefused, _) => New("InstanceNotFound", $"Amazon Connect does not have {what}: {said}",
                "Check the instance's id and the Region (-Region); Get-ConnectOutboundInstance lists the instances that there are."),
            (_, "AccessDenied") => New("AccessDenied", $"The credentials may not read {what}: {said}", $"Allow {action}; the README has the policy."),
            (_, "CredentialsExpired") => New("CredentialsExpired", fault.Run!.Message, "Sign in again (such as: aws sso login --profile NAME) or give fresh credentials."),
            (_, "EndpointNotConnect") => New("EndpointNotConnect", $"What answered does not know {what}: {said}", "Check -EndpointUrl (and AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_CONNECT): it must be an endpoint of Amazon Connect."),
            (_, not null) => New(fault.Run!.Id, fault.Run.Message, fault.Run.Remedy),
            (FaultKind.Throttled, _) => New("Throttled", $"The service throttled every attempt to read {what}: {said}", "Somebody else lists in this account and Region (2 requests a second by default). Try again later."),
            _ => New("ResourcesUnavailable", $"The service could not be asked for {what}: {said}", "Try again; where it stays so, look at the AWS Health Dashboard for Amazon Connect."),
        };

        ResourceException New(string id, string message, string remedy) => new(id, message, remedy, fault.Code, cause);
    }
}
