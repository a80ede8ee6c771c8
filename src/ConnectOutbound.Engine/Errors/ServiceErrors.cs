namespace ConnectOutbound.Engine.Errors;

/// <summary>Translates what the service answered into the error that users see.</summary>
internal static class ServiceErrors
{
    private const string TryAgain = "Try again; where it stays so, look at the AWS Health Dashboard for Amazon Connect.";

    /// <summary>Translates a classified fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="what">What was asked for, such as <c>the flows of the instance 'x'</c>.</param>
    /// <param name="cause">What the client threw.</param>
    /// <returns>The exception to throw, or to stop a run with.</returns>
    public static OutboundException Translate(ServiceFault fault, ServiceOperation operation, string what, Exception? cause = null)
    {
        string said = DisplayText.Clause(fault.Message);
        return fault.Kind switch
        {
            FaultKind.ResourceMissing or FaultKind.ContactMissing => New(
                operation.MissingId, $"Amazon Connect does not have {what}: {said}", operation.MissingRemedy, operation.MissingScope),
            FaultKind.RowRefused => New(
                operation.RefusedId, $"The service does not accept the request for {what}: {said}", operation.RefusedRemedy, ErrorScope.One),
            FaultKind.AccessDenied => New(
                ErrorIds.AccessDenied, $"The credentials may not {operation.Does}: {said}", $"Allow {operation.Permissions}; the README has the policy."),
            FaultKind.CredentialsExpired => New(
                ErrorIds.CredentialsExpired,
                $"The credentials have expired: {said}",
                $"Sign in again (such as: aws sso login --profile NAME) or give fresh credentials{operation.AfterSignIn}."),
            FaultKind.CredentialsRejected => New(
                ErrorIds.CredentialsRejected,
                $"The credentials were not accepted: {said}",
                "Check the access key, the secret key and, for temporary credentials, the session token; and this computer's clock and the Region (-Region)."),
            FaultKind.CredentialsNotFound => CredentialsNotFound(fault.Message, cause),
            FaultKind.NotConnect => New(ErrorIds.EndpointNotConnect, $"What answered does not know {operation.Name}: {said}", operation.Endpoint),
            FaultKind.Unreachable => New(
                ErrorIds.EndpointUnreachable, said, "Check the network, a proxy (HTTPS_PROXY), the Region (-Region) and -EndpointUrl."),
            FaultKind.Throttled => New(
                ErrorIds.Throttled,
                $"The service throttled every request for {what}: {said}",
                $"Somebody else uses the rate of this account and Region ({operation.Rate}). Try again later.",
                operation.UnavailableScope),
            _ => New(operation.UnavailableId, $"The service could not be asked for {what}: {said}", TryAgain, operation.UnavailableScope),
        };

        OutboundException New(string id, string message, string remedy, ErrorScope scope = ErrorScope.Run) =>
            new(id, message, remedy, cause) { Kind = fault.Kind, Code = fault.Code, Scope = scope };
    }

    /// <summary>Creates the error for credentials that cannot be found.</summary>
    /// <param name="message">The whole sentence.</param>
    /// <param name="cause">What led to it.</param>
    /// <returns>The exception to throw.</returns>
    public static OutboundException CredentialsNotFound(string message, Exception? cause) => new(
        ErrorIds.CredentialsNotFound,
        message,
        "Name a profile (-ProfileName), set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
            + "run 'aws configure' or 'aws sso login', or run where a role is attached.",
        cause)
    {
        Kind = FaultKind.CredentialsNotFound,
    };

    /// <summary>Creates the error for an answer that lacks what was asked for.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="what">What was asked for.</param>
    /// <returns>The exception to throw.</returns>
    public static OutboundException Lacking(ServiceOperation operation, string what) => Unavailable(operation, $"The service answered without {what}.");

    /// <summary>Creates the error for a list whose pages do not end.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="what">What was asked for.</param>
    /// <param name="reason">How that shows, as a sentence.</param>
    /// <returns>The exception to throw.</returns>
    public static OutboundException Endless(ServiceOperation operation, string what, string reason) =>
        Unavailable(operation, $"The list of {what} does not end: {reason}");

    private static OutboundException Unavailable(ServiceOperation operation, string message) =>
        new(operation.UnavailableId, message, TryAgain) { Kind = FaultKind.OutcomeUnknown, Scope = operation.UnavailableScope };
}
