namespace ConnectOutbound.Engine.Errors;

/// <summary>The faults that stop a run, with what to do about each.</summary>
internal static class RunFaults
{
    public static RunFault ResourceNotFound(string code, string message) => new(
        "ResourceNotFound",
        $"Amazon Connect does not know the instance, the flow or the phone number: {message}",
        "Check -InstanceId, -ContactFlowId and -Source, and that they belong to the Region in use (-Region).",
        code);

    public static RunFault AccessDenied(string code, string message) => new(
        "AccessDenied",
        $"The credentials may not start outbound chat contacts: {message}",
        "Allow connect:StartOutboundChatContact on the instance, its flow, its contacts and the phone number (templates also want wisdom:GetMessageTemplate and wisdom:RenderMessageTemplate); the README has the policy.",
        code);

    public static RunFault CredentialsExpired(string code, string message) => new(
        "CredentialsExpired",
        $"The credentials have expired: {message}",
        "Sign in again (such as: aws sso login --profile NAME) or give fresh credentials, and send the rows that came out as NotSent.",
        code);

    public static RunFault CredentialsRejected(string code, string message) => new(
        "CredentialsRejected",
        $"The credentials were not accepted: {message}",
        "Check the access key, the secret key and, for temporary credentials, the session token; and this computer's clock and the Region (-Region).",
        code);

    public static RunFault CredentialsNotFound(string message) => new(
        "CredentialsNotFound",
        $"No AWS credentials were found: {message}",
        "Name a profile (-ProfileName), set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, run 'aws configure' or 'aws sso login', or run where a role is attached.");

    public static RunFault EndpointUnreachable(string message) => new(
        "EndpointUnreachable",
        $"No connection to the endpoint of Amazon Connect: {message}",
        "Check the network, a proxy (HTTPS_PROXY), the Region (-Region) and -EndpointUrl.");

    public static RunFault NotConnect(string code, string message) => new(
        "EndpointNotConnect",
        $"What answered does not know StartOutboundChatContact: {message}",
        "Check -EndpointUrl (and AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_CONNECT): it must be an endpoint of Amazon Connect.",
        code);

    public static RunFault Journal(JournalException e) => new(e.ErrorId, e.Message, e.Remedy);

    public static RunFault MaxErrors(int count) => new(
        "MaxErrorsReached",
        $"{DisplayText.Count(count, "row")} could not be sent: the run stops, as -MaxErrors asks.",
        "Look at the errors before this one; Test-ConnectOutboundChat shows what is wrong with rows without sending any.");

    public static RunFault InvalidRows(long count, long total, long first) => new(
        "InvalidRows",
        $"{count} of {DisplayText.Count(total, "row")} cannot be sent, the first of them row {first}: nothing was sent, as -RequireAllValid asks.",
        "Correct the rows that came out as Invalid, or take them out, and send the whole again.");

    public static RunFault QuotaFull(string message, TimeSpan waited, TimeSpan wait) => new(
        "QuotaFull",
        wait == TimeSpan.Zero
            ? $"The instance's quota of concurrent chats (L-D4BA6F6E) is full, and -QuotaWait 0 waits for no room: {message}"
            : waited < TimeSpan.FromMinutes(1)
                ? $"The instance's quota of concurrent chats (L-D4BA6F6E) has been full for {waited.TotalSeconds:0} seconds: {message}"
                : $"The instance's quota of concurrent chats (L-D4BA6F6E) has been full for {waited.TotalMinutes:0.#} minutes: {message}",
        "Let chats end (shorter -ChatDurationInMinutes, a flow that disconnects), or have the quota raised in Service Quotas; then send the rows that came out as NotSent.",
        "LimitExceededException");

    public static RunFault StillThrottled(string message, TimeSpan waited) => new(
        "Throttled",
        $"The service has throttled every request for {waited.TotalMinutes:0.#} minutes: {message}",
        "Somebody else uses the account's rate (quota L-408DD6C6, 2 requests a second by default). Lower -RequestsPerSecond or send later; the rows that came out as NotSent can be sent again.",
        "ThrottlingException");
}
