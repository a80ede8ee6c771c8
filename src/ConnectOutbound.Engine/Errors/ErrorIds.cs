namespace ConnectOutbound.Engine.Errors;

/// <summary>Every stable id of an error. Scripts depend on them: an id never changes its meaning.</summary>
public static partial class ErrorIds
{
    /// <summary>The row cannot be sent; its reason lists every fault.</summary>
    public const string InvalidRow = nameof(InvalidRow);

    /// <summary>The service refused the row.</summary>
    public const string ContactFailed = nameof(ContactFailed);

    /// <summary>A request was sent and no answer could be read; the contact may exist.</summary>
    public const string ContactUnknown = nameof(ContactUnknown);

    /// <summary>The run stopped before the row.</summary>
    public const string ContactNotSent = nameof(ContactNotSent);

    /// <summary>A defect of the module itself.</summary>
    public const string InternalError = nameof(InternalError);

    /// <summary>The credentials lack a permission.</summary>
    public const string AccessDenied = nameof(AccessDenied);

    /// <summary>No AWS credentials were found.</summary>
    public const string CredentialsNotFound = nameof(CredentialsNotFound);

    /// <summary>The session token has expired.</summary>
    public const string CredentialsExpired = nameof(CredentialsExpired);

    /// <summary>AWS does not know the access key, or the signature is wrong.</summary>
    public const string CredentialsRejected = nameof(CredentialsRejected);

    /// <summary>The instance, the flow or the phone number does not exist in the Region.</summary>
    public const string ResourceNotFound = nameof(ResourceNotFound);

    /// <summary>No connection to the endpoint could be made.</summary>
    public const string EndpointUnreachable = nameof(EndpointUnreachable);

    /// <summary>What answered is not Amazon Connect.</summary>
    public const string EndpointNotConnect = nameof(EndpointNotConnect);

    /// <summary>The quota of concurrent chats stayed full.</summary>
    public const string QuotaFull = nameof(QuotaFull);

    /// <summary>The service throttled every attempt.</summary>
    public const string Throttled = nameof(Throttled);

    /// <summary>-RequireAllValid was given and rows are invalid.</summary>
    public const string InvalidRows = nameof(InvalidRows);

    /// <summary>As many rows failed as -MaxErrors allows.</summary>
    public const string MaxErrorsReached = nameof(MaxErrorsReached);

    /// <summary>The journal's file does not exist.</summary>
    public const string JournalNotFound = nameof(JournalNotFound);

    /// <summary>A later version of the module wrote the journal.</summary>
    public const string JournalNewer = nameof(JournalNewer);

    /// <summary>The file is not a journal, or it is damaged.</summary>
    public const string JournalCorrupt = nameof(JournalCorrupt);

    /// <summary>The journal cannot be written.</summary>
    public const string JournalReadOnly = nameof(JournalReadOnly);

    /// <summary>Another process has locked the journal.</summary>
    public const string JournalBusy = nameof(JournalBusy);

    /// <summary>The journal cannot be read or written for another reason.</summary>
    public const string JournalFailed = nameof(JournalFailed);

    /// <summary>The journal has no run of that name.</summary>
    public const string RunNotFound = nameof(RunNotFound);

    /// <summary>There is no run of that name, but one whose name differs only in case or blanks.</summary>
    public const string RunNameAmbiguous = nameof(RunNameAmbiguous);

    /// <summary>The run tells its contacts apart by another column than -KeyColumn.</summary>
    public const string RunKeyColumnMismatch = nameof(RunKeyColumnMismatch);

    /// <summary>The run belongs to another account or Region, or to this computer.</summary>
    public const string RunElsewhere = nameof(RunElsewhere);

    /// <summary>No AWS Region is known.</summary>
    public const string RegionMissing = nameof(RegionMissing);

    /// <summary>The Region's name is not a Region.</summary>
    public const string RegionInvalid = nameof(RegionInvalid);

    /// <summary>There is no AWS profile of that name.</summary>
    public const string ProfileNotFound = nameof(ProfileNotFound);

    /// <summary>The AWS profile cannot be used as it is written.</summary>
    public const string ProfileInvalid = nameof(ProfileInvalid);

    /// <summary>An access key or a secret key is missing.</summary>
    public const string CredentialsIncomplete = nameof(CredentialsIncomplete);

    /// <summary>The endpoint is not an address, or cannot be determined.</summary>
    public const string EndpointUrlInvalid = nameof(EndpointUrlInvalid);

    /// <summary>The endpoint is plain http to another computer.</summary>
    public const string EndpointUrlNotEncrypted = nameof(EndpointUrlNotEncrypted);

    /// <summary>-ColumnMap has a key that is not a parameter, or a value that is not a column.</summary>
    public const string ColumnMapInvalid = nameof(ColumnMapInvalid);

    /// <summary>-InputObject was given beside piped rows, or without a value.</summary>
    public const string InputObjectInvalid = nameof(InputObjectInvalid);

    /// <summary>-RunName is blank, or missing where another parameter needs it.</summary>
    public const string RunNameInvalid = nameof(RunNameInvalid);

    /// <summary>-DefaultCountry is not a country.</summary>
    public const string DefaultCountryInvalid = nameof(DefaultCountryInvalid);

    /// <summary>A suppression list cannot be read completely.</summary>
    public const string SuppressionListInvalid = nameof(SuppressionListInvalid);

    /// <summary>-QuietHours cannot be read, or is missing where another parameter needs it.</summary>
    public const string QuietHoursInvalid = nameof(QuietHoursInvalid);

    /// <summary>-ConcurrentChatQuota was given without -Summary.</summary>
    public const string ConcurrentChatQuotaInvalid = nameof(ConcurrentChatQuotaInvalid);

    /// <summary>-DuplicateAction Send was given beside -RunName.</summary>
    public const string DuplicateActionInvalid = nameof(DuplicateActionInvalid);

    /// <summary>-ClientToken was given beside -RunName, or a row's token cannot be used.</summary>
    public const string ClientTokenInvalid = nameof(ClientTokenInvalid);

    /// <summary>Set-ConnectOutboundDefault was given nothing to set.</summary>
    public const string DefaultInvalid = nameof(DefaultInvalid);

    /// <summary>The file with the user's defaults cannot be read or written.</summary>
    public const string DefaultsInvalid = nameof(DefaultsInvalid);

    /// <summary>No instance has the name or id.</summary>
    public const string InstanceNotFound = nameof(InstanceNotFound);

    /// <summary>Several instances have the name.</summary>
    public const string InstanceAmbiguous = nameof(InstanceAmbiguous);

    /// <summary>No usable flow has the name.</summary>
    public const string FlowNotFound = nameof(FlowNotFound);

    /// <summary>Several flows have the name.</summary>
    public const string FlowAmbiguous = nameof(FlowAmbiguous);

    /// <summary>The instance has no such phone number for the channel.</summary>
    public const string PhoneNumberNotFound = nameof(PhoneNumberNotFound);

    /// <summary>Several phone numbers match.</summary>
    public const string PhoneNumberAmbiguous = nameof(PhoneNumberAmbiguous);

    /// <summary>Instances, phone numbers or flows could not be read.</summary>
    public const string ResourcesUnavailable = nameof(ResourcesUnavailable);

    /// <summary>There is no knowledge base of that id.</summary>
    public const string KnowledgeBaseNotFound = nameof(KnowledgeBaseNotFound);

    /// <summary>The service does not accept the id of a template or knowledge base.</summary>
    public const string TemplateRequestInvalid = nameof(TemplateRequestInvalid);

    /// <summary>The template is for neither SMS nor WhatsApp.</summary>
    public const string TemplateForOtherChannel = nameof(TemplateForOtherChannel);

    /// <summary>Message templates could not be read.</summary>
    public const string TemplatesUnavailable = nameof(TemplatesUnavailable);

    /// <summary>The instance has no such contact.</summary>
    public const string ContactNotFound = nameof(ContactNotFound);

    /// <summary>The text is not the id of a contact.</summary>
    public const string ContactIdInvalid = nameof(ContactIdInvalid);

    /// <summary>The service does not accept the request for a contact.</summary>
    public const string ContactRequestInvalid = nameof(ContactRequestInvalid);

    /// <summary>A contact could not be read or ended.</summary>
    public const string ContactUnavailable = nameof(ContactUnavailable);

    /// <summary>The contact did not reach the milestone in time.</summary>
    public const string WaitTimedOut = nameof(WaitTimedOut);

    /// <summary>The contact ended and never reached the milestone.</summary>
    public const string ContactEndedBefore = nameof(ContactEndedBefore);

    /// <summary>The folder of the report does not exist.</summary>
    public const string ReportFolderNotFound = nameof(ReportFolderNotFound);

    /// <summary>The report's file exists, and -NoClobber was given.</summary>
    public const string ReportExists = nameof(ReportExists);

    /// <summary>The report cannot be written.</summary>
    public const string ReportNotWritten = nameof(ReportNotWritten);

    /// <summary>An object of the report's input is not a result.</summary>
    public const string ReportInputInvalid = nameof(ReportInputInvalid);

    /// <summary>The sandbox could not listen on its port.</summary>
    public const string SandboxNotStarted = nameof(SandboxNotStarted);

    /// <summary>No sandbox of the session listens on the port.</summary>
    public const string SandboxNotFound = nameof(SandboxNotFound);

    /// <summary>The keys of a sandbox were not given together.</summary>
    public const string SandboxCredentialsIncomplete = nameof(SandboxCredentialsIncomplete);

    /// <summary>Another copy of the module is loaded in the session.</summary>
    public const string AnotherCopyLoaded = nameof(AnotherCopyLoaded);

    /// <summary>Returns the id of an argument or a field that cannot be used.</summary>
    /// <param name="name">The name of the parameter or the field.</param>
    /// <returns>Such as <c>ColumnMapInvalid</c>.</returns>
    public static string Invalid(string name) => name + "Invalid";

    /// <summary>Returns the id of a field that is too long.</summary>
    /// <param name="name">The name of the field.</param>
    /// <returns>Such as <c>DisplayNameTooLong</c>.</returns>
    public static string TooLong(string name) => name + "TooLong";
}
