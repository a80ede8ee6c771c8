using System.Management.Automation;
using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands.Output;

/// <summary>Every error record of the module. Ids are stable: scripts depend on them. Phone numbers are masked: errors end up in transcripts.</summary>
internal static class ErrorRecords
{
    // PowerShell shows what is recommended from 7.5 on.
    private static readonly bool s_remedyIsShown = typeof(PSObject).Assembly.GetName().Version is not { Major: 7, Minor: < 5 };

    /// <summary>The error of a row, where its status is one.</summary>
    /// <param name="contact">The row's result.</param>
    /// <returns>The error, or null where there is none.</returns>
    public static ErrorRecord? OfContact(OutboundContact contact)
    {
        (string Id, string What, string Remedy)? kind = contact.Status switch
        {
            OutboundStatus.Invalid or OutboundStatus.Unknown when contact.ErrorCode == ErrorIds.InternalError => (
                ErrorIds.InternalError,
                contact.Status == OutboundStatus.Invalid ? "cannot be sent" : "has no known outcome",
                "Report it with this text and, if you can, with the row. Other rows are not affected."),
            OutboundStatus.Invalid => (ErrorIds.InvalidRow, "cannot be sent",
                "Correct the row and send it again; Test-ConnectOutboundChat shows the faults of all rows without sending any."),
            OutboundStatus.Failed => (ErrorIds.ContactFailed, "was refused", "No contact was started. Correct what the service names and send the row again."),
            OutboundStatus.Unknown when contact.ErrorCode == ErrorIds.TokenExpired => (ErrorIds.ContactUnknown, "has no known outcome",
                "The contact may exist. Look for the customer's contact in Amazon Connect. If there is none, send the row itself, and not its result, "
                    + "under another -RunName."),
            OutboundStatus.Unknown => (ErrorIds.ContactUnknown, "has no known outcome",
                "The contact may exist. Piping this result into Start-ConnectOutboundChat again sends the same token: "
                    + "within seven days the service then starts no second contact."),
            OutboundStatus.NotSent when contact.ErrorCode != ErrorIds.Declined => (ErrorIds.ContactNotSent, "was not sent",
                "Nothing was started for this row. Fix the cause, then send the row again."),
            _ => null,
        };
        return kind is var (id, what, remedy)
            ? OfRow(contact, id, what, remedy)
            : null;
    }

    private static ErrorRecord OfRow(OutboundContact contact, string id, string what, string remedy)
    {
        string row = $"Row {contact.RowNumber}";
        var exception = new OutboundContactException(PhoneMask.MaskAll($"{row} {what}: {contact.Reason}"));
        return Named(Record(exception, id, contact.GetInput() ?? contact, remedy), row);
    }

    /// <summary>What stopped the whole run.</summary>
    /// <param name="exception">What stopped it.</param>
    /// <returns>The one error for it.</returns>
    public static ErrorRecord OfRun(OutboundException exception) => From(exception, ErrorCategories.FindForRun(exception.Id), Shown(exception), null);

    /// <summary>Any error of the engine.</summary>
    /// <param name="exception">What the engine said.</param>
    /// <param name="target">What it is about; by default the parameter or the file that is wrong.</param>
    /// <param name="name">What views show of the target: that may be a row with a number in it.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord From(OutboundException exception, object? target = null, string? name = null) =>
        Named(From(exception, ErrorCategories.Find(exception.Id), Shown(exception), target ?? exception.Parameter ?? exception.Path), name);

    /// <summary>A name that no instance, number or flow has.</summary>
    /// <param name="kind">Instance, PhoneNumber or Flow.</param>
    /// <param name="name">The name.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ResourceNameNotFound(string kind, string name)
    {
        (string id, string noun) = kind switch
        {
            "Instance" => (ErrorIds.InstanceNotFound, "instance"),
            "Flow" => (ErrorIds.FlowNotFound, "flow"),
            _ => (ErrorIds.PhoneNumberNotFound, "phone number"),
        };
        return Record(
            new ItemNotFoundException($"There is no {noun} {DisplayText.Quoted(name)}."),
            id,
            name,
            $"Run Get-ConnectOutbound{kind} without a name to list them all. Names accept wildcards.");
    }

    /// <summary>No instance to look in.</summary>
    /// <returns>The error.</returns>
    public static ErrorRecord InstanceMissing() =>
        Record(new PSArgumentException("No instance is given."), ErrorIds.InstanceIdMissing, null,
            "Give -InstanceId, pipe instances in (Get-ConnectOutboundInstance), or set one: Set-ConnectOutboundDefault -InstanceId.");

    /// <summary>A run that the journal does not have.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord RunNotFound(string name) =>
        Record(
            new ItemNotFoundException($"The journal has no run {DisplayText.Quoted(name)}."),
            ErrorIds.RunNotFound,
            name,
            "Run Get-ConnectOutboundRun without a name to list all runs.");

    /// <summary>A template that no knowledge base has.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord TemplateNameNotFound(string name) =>
        Record(
            new ItemNotFoundException($"There is no message template {DisplayText.Quoted(name)} for SMS or WhatsApp where it was looked for."),
            ErrorIds.TemplateNotFound,
            name,
            "Run Get-ConnectOutboundTemplate without a name to list all templates. Names accept wildcards. Check -Channel, -KnowledgeBaseId and -Region.");

    /// <summary>A template for e-mail or push notifications.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="subtype">What it is for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord TemplateForOtherChannel(string name, string? subtype) =>
        Record(
            new PSArgumentException($"The message template {DisplayText.Quoted(name)} is for {subtype ?? "another channel"}; "
                + "outbound contacts are SMS or WhatsApp."),
            ErrorIds.TemplateForOtherChannel,
            name,
            "Choose a template for SMS or WhatsApp. Run Get-ConnectOutboundTemplate to list them.");

    /// <summary>A contact that did not come as far as was waited for.</summary>
    /// <param name="result">What came of the wait: TimedOut or Missed.</param>
    /// <param name="until">What was waited for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord OfWait(WatchResult result, OutboundContactMilestone until)
    {
        ContactReference contact = result.Contact;
        ErrorRecord record = result.End == WatchEnd.TimedOut
            ? Record(new OutboundContactException($"The contact {contact.ContactId} was not {until} in time; it is {result.State?.State}."),
                ErrorIds.WaitTimedOut,
                contact.Input ?? contact.ContactId, "Wait longer (-Timeout), or end the contact: Stop-ConnectOutboundContact.")
            : Record(new OutboundContactException($"The contact {contact.ContactId} has ended and was never {until}."), ErrorIds.ContactEndedBefore,
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
        Record(
            new OutboundContactException($"The sandbox could not listen on port {port} of 127.0.0.1: {exception.Message}", exception),
            ErrorIds.SandboxNotStarted,
            port,
            "Leave -Port out: a free one is taken.");

    /// <summary>Credentials for a sandbox that do not make a whole.</summary>
    /// <returns>The error.</returns>
    public static ErrorRecord SandboxCredentialsIncomplete() =>
        Record(new PSArgumentException("-AccessKey and -SecretKey go together, and -SessionToken goes with both."), ErrorIds.SandboxCredentialsIncomplete, null,
            "Give both, or leave all out: the sandbox then takes any signature that is well-formed.");

    /// <summary>A sandbox that is not there.</summary>
    /// <param name="port">The port that was asked for.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord SandboxNotFound(int port) =>
        Record(
            new ItemNotFoundException($"No sandbox of this session listens on port {port}."),
            ErrorIds.SandboxNotFound,
            port,
            "Get-ConnectOutboundSandbox lists those that run.");

    /// <summary>A report that cannot be written.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="exception">Why.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ReportNotWritten(string path, Exception exception) =>
        Record(
            new OutboundContactException($"The report '{path}' cannot be written: {DisplayText.Clause(exception.Message)}", exception),
            ErrorIds.ReportNotWritten,
            path,
            "Give a -Path in a folder that you may write to.");

    /// <summary>A report whose folder is not there.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ReportFolderNotFound(string path) =>
        Record(
            new DirectoryNotFoundException($"The folder of '{path}' does not exist."),
            ErrorIds.ReportFolderNotFound,
            path,
            "Make the folder first, or give another -Path.");

    /// <summary>A report that is there already.</summary>
    /// <param name="path">Its file.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ReportExists(string path) =>
        Record(
            new IOException($"The file '{path}' exists, and -NoClobber was given."),
            ErrorIds.ReportExists,
            path,
            "Give another -Path, or leave -NoClobber out.");

    /// <summary>Input of a report that is no result.</summary>
    /// <param name="input">The object.</param>
    /// <returns>The error.</returns>
    public static ErrorRecord ReportInputInvalid(object? input) =>
        Record(
            new PSArgumentException("An input object is not a result of Start-ConnectOutboundChat: its Status is missing or unknown. No report was written."),
            ErrorIds.ReportInputInvalid,
            input,
            "Pipe in what Start-ConnectOutboundChat gives without -PassThru, as it comes or saved and read again.");

    // The service's words may quote a number, and a suppression list has nothing else.
    // Digits in a file's name are not a phone number, and the reader has to find the file.
    private static string Shown(OutboundException exception)
    {
        if (exception.Kind is null && exception.Id != ErrorIds.SuppressionListInvalid)
            return exception.Message;
        return string.IsNullOrEmpty(exception.Path)
            ? PhoneMask.MaskAll(exception.Message)
            : string.Join(exception.Path, exception.Message.Split(exception.Path).Select(PhoneMask.MaskAll));
    }

    // An inner exception has the message as it was: it goes along only where nothing had to be masked.
    private static ErrorRecord From(OutboundException exception, ErrorCategory category, string message, object? target) => Record(
        message.EndsWith(exception.Message, StringComparison.Ordinal)
            ? new OutboundContactException(message, exception)
            : new OutboundContactException(message),
        exception.Id,
        category,
        target,
        exception.Remedy);

    private static ErrorRecord Record(Exception exception, string id, object? target, string remedy) =>
        Record(exception, id, ErrorCategories.Find(id), target, remedy);

    private static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object? target, string remedy) => new(
        exception, id, category, target)
    {
        ErrorDetails = new ErrorDetails(s_remedyIsShown ? exception.Message : $"{exception.Message}{Environment.NewLine}Recommendation: {remedy}")
        {
            RecommendedAction = remedy,
        },
    };
}
