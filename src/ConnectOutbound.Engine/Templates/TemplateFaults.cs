using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Engine.Templates;

/// <summary>What an error means for somebody who reads message templates, and what to do.</summary>
internal static class TemplateFaults
{
    /// <summary>Says it.</summary>
    /// <param name="fault">The error, classified.</param>
    /// <param name="what">What was asked for, such as <c>the template 'x'</c>.</param>
    /// <param name="isTemplate">Whether a template was asked for by its id.</param>
    /// <param name="cause">What the client threw.</param>
    /// <returns>The exception to throw.</returns>
    public static TemplateException Of(ServiceFault fault, string what, bool isTemplate, Exception cause)
    {
        string said = DisplayText.Clause(fault.Message);
        return (fault.Kind, fault.Run?.Id) switch
        {
            (FaultKind.ResourceMissing, _) when isTemplate => New("TemplateNotFound", $"Amazon Connect does not have {what}: {said}",
                "Check -KnowledgeBaseId, -MessageTemplateId with its version, and the Region (-Region); Get-ConnectOutboundTemplate lists those that there are."),
            (FaultKind.ResourceMissing, _) => New("KnowledgeBaseNotFound", $"Amazon Connect does not have {what}: {said}",
                "Check -KnowledgeBaseId and the Region (-Region); without -KnowledgeBaseId all knowledge bases of message templates are searched."),
            (_, "AccessDenied") => New("AccessDenied", $"The credentials may not read {what}: {said}",
                "Allow wisdom:ListKnowledgeBases, wisdom:ListMessageTemplates, wisdom:SearchMessageTemplates, wisdom:GetMessageTemplate and wisdom:RenderMessageTemplate; the README has the policy."),
            (_, "CredentialsExpired") => New("CredentialsExpired", fault.Run!.Message, "Sign in again (such as: aws sso login --profile NAME) or give fresh credentials."),
            (_, "EndpointNotConnect") => New("EndpointNotConnect", $"What answered does not know message templates: {said}",
                "Check -EndpointUrl (and AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_QCONNECT): it must be an endpoint of Amazon Q in Connect, such as https://wisdom.us-east-1.amazonaws.com."),
            (_, not null) => New(fault.Run!.Id, fault.Run.Message, fault.Run.Remedy),
            (FaultKind.Throttled, _) => New("Throttled", $"The service throttled every attempt to read {what}: {said}", "Somebody else reads message templates in this account and Region (10 requests a second by default). Try again later."),
            (FaultKind.RowRefused, _) => New("TemplateRequestInvalid", $"The service does not accept the request for {what}: {said}",
                "An id is written like 9f8e7d6c-1234-4321-8765-0123456789ab, in small letters; a template's may have :VERSION, :$LATEST or :$ACTIVE_VERSION behind it."),
            _ => New("TemplatesUnavailable", $"The service could not be asked for {what}: {said}", "Try again; where it stays so, look at the AWS Health Dashboard for Amazon Connect."),
        };

        TemplateException New(string id, string message, string remedy) => new(id, message, remedy, fault.Code, cause);
    }
}
