using System.Management.Automation;
using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands.Output;

/// <summary>Every error record of the module. Ids are stable: scripts depend on them. Phone numbers are masked: errors end up in transcripts.</summary>
internal static class ErrorRecords
{
    /// <summary>The id of a row that has faults.</summary>
    public const string InvalidRow = nameof(InvalidRow);

    /// <summary>The id of a row that the service refused.</summary>
    public const string ContactFailed = nameof(ContactFailed);

    /// <summary>The id of a row whose outcome is not known.</summary>
    public const string ContactUnknown = nameof(ContactUnknown);

    /// <summary>The id of a row that was not sent because the run stopped.</summary>
    public const string ContactNotSent = nameof(ContactNotSent);

    // PowerShell shows what is recommended from 7.5 on.
    private static readonly bool s_remedyIsShown = typeof(PSObject).Assembly.GetName().Version is not { Major: 7, Minor: < 5 };

    /// <summary>The error of a row, where its status is one.</summary>
    /// <param name="contact">The row's result.</param>
    /// <returns>The error, or null where there is none.</returns>
    public static ErrorRecord? OfContact(OutboundContact contact)
    {
        (string Id, ErrorCategory Category, string What, string Remedy)? kind = contact.Status switch
        {
            OutboundStatus.Invalid => (InvalidRow, ErrorCategory.InvalidData, "cannot be sent", "Correct the row and send it again; Test-ConnectOutboundChat shows the faults of all rows without sending any."),
            OutboundStatus.Failed => (ContactFailed, ErrorCategory.InvalidOperation, "was refused", "No contact was started. Correct what the service names and send the row again."),
            OutboundStatus.Unknown when contact.ErrorCode == "TokenExpired" => (ContactUnknown, ErrorCategory.OperationTimeout, "has no known outcome",
                "The contact may exist. Look for the customer's contact in Amazon Connect; where there is none, another -RunName sends it anew."),
            OutboundStatus.Unknown => (ContactUnknown, ErrorCategory.OperationTimeout, "has no known outcome",
                "The contact may exist. Piping this result into Start-ConnectOutboundChat again sends the same token: within seven days the service then starts no second contact."),
            OutboundStatus.NotSent when contact.ErrorCode != "Declined" => (ContactNotSent, ErrorCategory.OperationStopped, "was not sent", "Nothing was started for this row. Send it again once the cause is mended."),
            _ => null,
        };
        return kind is var (id, category, what, remedy)
            ? OfRow(contact, id, category, what, remedy)
            : null;
    }

    private static ErrorRecord OfRow(OutboundContact contact, string id, ErrorCategory category, string what, string remedy)
    {
        ErrorRecord record = Record(new OutboundContactException(PhoneMask.MaskAll($"Row {contact.RowNumber} {what}: {contact.Reason}")), id, category, contact.GetInput() ?? contact, remedy);
        // Views show the target's text, and that is the row with its number in it.
        record.CategoryInfo.TargetName = $"Row {contact.RowNumber}";
        return record;
    }

    /// <summary>What stopped the whole run.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The one error for it.</returns>
    public static ErrorRecord OfRun(RunFault fault) =>
        Record(new OutboundContactException(PhoneMask.MaskAll(fault.Message)), fault.Id, fault.Id switch
        {
            "AccessDenied" => ErrorCategory.PermissionDenied,
            "CredentialsExpired" or "CredentialsRejected" or "CredentialsNotFound" => ErrorCategory.AuthenticationError,
            "ResourceNotFound" => ErrorCategory.ObjectNotFound,
            "EndpointUnreachable" or "EndpointNotConnect" => ErrorCategory.ConnectionError,
            "InvalidRows" => ErrorCategory.InvalidData,
            "QuotaFull" or "Throttled" => ErrorCategory.LimitsExceeded,
            _ => ErrorCategory.OperationStopped,
        }, null, fault.Remedy);

    /// <summary>An argument that is wrong whatever the rows are.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord BadArgument(MappingException exception) =>
        Record(exception, $"{exception.Parameter}Invalid", ErrorCategory.InvalidArgument, exception.Parameter, "No row was read.");

    /// <summary>A suppression list that cannot be read whole.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord BadSuppressionList(SuppressionListException exception) =>
        Record(new OutboundContactException(MaskedButFor(exception.Path, exception.Message), exception), "SuppressionListInvalid", ErrorCategory.InvalidData, exception.Path, exception.Line is null
            ? "No row was read. Give files that hold one number a line, or columns with headers, and numbers with their country code."
            : "No row was read: a number that cannot be understood would be written to. Correct the list, or put # before lines that are no numbers.");

    /// <summary>Defaults that cannot be used or kept.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord BadDefaults(DefaultsException exception) =>
        Record(exception, "DefaultsInvalid", ErrorCategory.InvalidData, null, exception.Remedy);

    /// <summary>Instances, numbers or flows that could not be read or found.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <param name="target">The parameter that named it, or null.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord OfResources(ResourceException exception, string? target) =>
        Record(new OutboundContactException(target is null ? exception.Message : $"-{target}: {exception.Message}", exception), exception.ErrorId, exception.ErrorId switch
        {
            "AccessDenied" => ErrorCategory.PermissionDenied,
            "CredentialsExpired" or "CredentialsRejected" or "CredentialsNotFound" => ErrorCategory.AuthenticationError,
            "EndpointUnreachable" or "EndpointNotConnect" => ErrorCategory.ConnectionError,
            "Throttled" => ErrorCategory.LimitsExceeded,
            "ResourcesUnavailable" => ErrorCategory.ResourceUnavailable,
            _ => ErrorCategory.ObjectNotFound,
        }, target, exception.Remedy);

    /// <summary>An instance that a contact names and that is not found.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <param name="target">What the contact was given by.</param>
    /// <param name="name">What stands for it in views.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord OfContactInstance(ResourceException exception, object target, string name) =>
        Named(Record(new OutboundContactException($"InstanceId: {exception.Message}", exception), exception.ErrorId, ErrorCategory.ObjectNotFound, target, exception.Remedy), name);

    /// <summary>A name that no instance, number or flow has.</summary>
    /// <param name="kind">Instance, PhoneNumber or Flow.</param>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ResourceNameNotFound(string kind, string name) =>
        Record(new ItemNotFoundException($"There is no {kind switch { "Instance" => "instance", "Flow" => "flow", _ => "phone number" }} {DisplayText.Quoted(name)}."), $"{kind}NotFound", ErrorCategory.ObjectNotFound, name,
            $"Get-ConnectOutbound{kind} without a name lists those that there are; wildcards are allowed.");

    /// <summary>No instance to look in.</summary>
    /// <returns>The error.</returns>
    public static ErrorRecord InstanceMissing() =>
        Record(new PSArgumentException("No instance is given."), "InstanceIdMissing", ErrorCategory.InvalidArgument, null,
            "Give -InstanceId, pipe instances in (Get-ConnectOutboundInstance), or set one: Set-ConnectOutboundDefault -InstanceId.");

    /// <summary>A journal that cannot be used.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord BadJournal(JournalException exception) =>
        Record(exception, exception.ErrorId, ErrorCategory.ResourceUnavailable, null, exception.Remedy);

    /// <summary>A run that the journal does not have.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord RunNotFound(string name) =>
        Record(new ItemNotFoundException($"The journal has no run {DisplayText.Quoted(name)}."), "RunNotFound", ErrorCategory.ObjectNotFound, name, "Get-ConnectOutboundRun lists those that there are.");

    /// <summary>Connection settings that are wrong.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord BadConnection(ConnectionException exception) =>
        Record(exception, exception.ErrorId, ErrorCategory.InvalidArgument, null, exception.Remedy);

    /// <summary>Message templates that could not be read.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <param name="target">What was asked for, where it was one template.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord OfTemplates(TemplateException exception, string? target) =>
        Record(exception, exception.ErrorId, exception.ErrorId switch
        {
            "TemplateNotFound" or "KnowledgeBaseNotFound" => ErrorCategory.ObjectNotFound,
            "TemplateRequestInvalid" => ErrorCategory.InvalidArgument,
            "AccessDenied" => ErrorCategory.PermissionDenied,
            "CredentialsExpired" or "CredentialsRejected" or "CredentialsNotFound" => ErrorCategory.AuthenticationError,
            "EndpointUnreachable" or "EndpointNotConnect" => ErrorCategory.ConnectionError,
            "Throttled" => ErrorCategory.LimitsExceeded,
            _ => ErrorCategory.ResourceUnavailable,
        }, target, exception.Remedy);

    /// <summary>A template that no knowledge base has.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord TemplateNameNotFound(string name) =>
        Record(new ItemNotFoundException($"There is no message template {DisplayText.Quoted(name)} for SMS or WhatsApp where it was looked for."), "TemplateNotFound", ErrorCategory.ObjectNotFound, name,
            "Get-ConnectOutboundTemplate lists those that there are. Names take wildcards; -Channel, -KnowledgeBaseId and -Region narrow the search.");

    /// <summary>A template for e-mail or push notifications.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="subtype">What it is for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord TemplateForOtherChannel(string name, string? subtype) =>
        Record(new PSArgumentException($"The message template {DisplayText.Quoted(name)} is for {subtype ?? "another channel"}; outbound contacts are SMS or WhatsApp."), "TemplateForOtherChannel", ErrorCategory.InvalidType, name,
            "Choose a template for SMS or WhatsApp; Get-ConnectOutboundTemplate lists those that there are.");

    /// <summary>A contact that could not be asked for or ended, or all of them.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <param name="target">What the contact was given by; null where it is about all.</param>
    /// <param name="name">The contact's id.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord OfContacts(ContactException exception, object? target, string? name)
    {
        ErrorRecord record = Record(new OutboundContactException(PhoneMask.MaskAll(exception.Message)), exception.ErrorId, exception.ErrorId switch
        {
            "ContactNotFound" => ErrorCategory.ObjectNotFound,
            "ContactRequestInvalid" or "ContactIdInvalid" or "InstanceIdInvalid" or "InstanceIdMissing" => ErrorCategory.InvalidArgument,
            "AccessDenied" => ErrorCategory.PermissionDenied,
            "CredentialsExpired" or "CredentialsRejected" or "CredentialsNotFound" => ErrorCategory.AuthenticationError,
            "EndpointUnreachable" or "EndpointNotConnect" => ErrorCategory.ConnectionError,
            "Throttled" => ErrorCategory.LimitsExceeded,
            _ => ErrorCategory.ResourceUnavailable,
        }, target, exception.Remedy);
        return Named(record, name);
    }

    /// <summary>A contact that did not come as far as was waited for.</summary>
    /// <param name="result">What came of the wait: TimedOut or Missed.</param>
    /// <param name="until">What was waited for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord OfWait(WatchResult result, OutboundContactMilestone until)
    {
        ContactReference contact = result.Contact;
        ErrorRecord record = result.End == WatchEnd.TimedOut
            ? Record(new OutboundContactException($"The contact {contact.ContactId} was not {until} in time; it is {result.State?.State}."), "WaitTimedOut", ErrorCategory.OperationTimeout,
                contact.Input ?? contact.ContactId, "Wait longer (-Timeout), or end the contact: Stop-ConnectOutboundContact.")
            : Record(new OutboundContactException($"The contact {contact.ContactId} has ended and was never {until}."), "ContactEndedBefore", ErrorCategory.OperationStopped,
                contact.Input ?? contact.ContactId, "Its DisconnectReason says why. There is nothing more to wait for.");
        return Named(record, contact.ContactId);
    }

    // Views show the target's text, and that may be a row with a number in it.
    private static ErrorRecord Named(ErrorRecord record, string? name)
    {
        if (name is not null)
            record.CategoryInfo.TargetName = name;
        return record;
    }

    /// <summary>A sandbox that could not be started.</summary>
    /// <param name="exception">Why.</param>
    /// <param name="port">The port that was asked for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord SandboxNotStarted(Exception exception, int port) =>
        Record(new OutboundContactException($"The sandbox could not listen on port {port} of 127.0.0.1: {exception.Message}", exception), "SandboxNotStarted", ErrorCategory.ResourceUnavailable, port,
            "Leave -Port out: a free one is taken.");

    /// <summary>Credentials for a sandbox that do not make a whole.</summary>
    /// <returns>The error.</returns>
    public static ErrorRecord SandboxCredentialsIncomplete() =>
        Record(new PSArgumentException("-AccessKey and -SecretKey go together, and -SessionToken goes with both."), "SandboxCredentialsIncomplete", ErrorCategory.InvalidArgument, null,
            "Give both, or leave all out: the sandbox then takes any signature that is well-formed.");

    /// <summary>A sandbox that is not there.</summary>
    /// <param name="port">The port that was asked for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord SandboxNotFound(int port) =>
        Record(new ItemNotFoundException($"No sandbox of this session listens on port {port}."), "SandboxNotFound", ErrorCategory.ObjectNotFound, port, "Get-ConnectOutboundSandbox lists those that run.");

    // Digits in a file's name are no phone number, and its reader has to find it.
    private static string MaskedButFor(string? path, string message) =>
        string.IsNullOrEmpty(path) ? PhoneMask.MaskAll(message) : string.Join(path, message.Split(path).Select(PhoneMask.MaskAll));

    /// <summary>A report that cannot be written.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="exception">Why.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ReportNotWritten(string path, Exception exception) =>
        Record(new OutboundContactException($"The report '{path}' cannot be written: {DisplayText.Clause(exception.Message)}", exception), "ReportNotWritten", ErrorCategory.WriteError, path,
            "Give a -Path in a folder that you may write to.");

    /// <summary>A report whose folder is not there.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ReportFolderNotFound(string path) =>
        Record(new DirectoryNotFoundException($"The folder of '{path}' does not exist."), "ReportFolderNotFound", ErrorCategory.ObjectNotFound, path, "Make the folder first, or give another -Path.");

    /// <summary>A report that is there already.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ReportExists(string path) =>
        Record(new IOException($"The file '{path}' exists, and -NoClobber was given."), "ReportExists", ErrorCategory.ResourceExists, path, "Give another -Path, or leave -NoClobber out.");

    /// <summary>Input of a report that is no result.</summary>
    /// <param name="input">The object.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ReportInputInvalid(object? input) =>
        Record(new PSArgumentException("An object of the input is no result of Start-ConnectOutboundChat: it has no Status that there is. No report was written."), "ReportInputInvalid",
            ErrorCategory.InvalidData, input, "Pipe in what Start-ConnectOutboundChat gives without -PassThru, as it comes or saved and read again.");

    private static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object? target, string remedy) => new(exception, id, category, target)
    {
        ErrorDetails = new ErrorDetails(s_remedyIsShown ? exception.Message : $"{exception.Message}{Environment.NewLine}Recommendation: {remedy}") { RecommendedAction = remedy },
    };
}
