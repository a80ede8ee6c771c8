using System.Management.Automation;
using ConnectOutbound.Engine.Errors;

namespace ConnectOutbound.Commands.Output;

/// <summary>The category of each error id. Scripts may depend on them as on the ids.</summary>
internal static class ErrorCategories
{
    /// <summary>Returns the category of an error.</summary>
    /// <param name="id">An id of <see cref="ErrorIds"/>.</param>
    /// <returns>The category.</returns>
    public static ErrorCategory Find(string id) => id switch
    {
        ErrorIds.InvalidRow or ErrorIds.InvalidRows or ErrorIds.SuppressionListInvalid or ErrorIds.DefaultsInvalid
            or ErrorIds.ReportInputInvalid => ErrorCategory.InvalidData,
        ErrorIds.ContactFailed => ErrorCategory.InvalidOperation,
        ErrorIds.ContactUnknown or ErrorIds.WaitTimedOut => ErrorCategory.OperationTimeout,
        ErrorIds.ContactNotSent or ErrorIds.MaxErrorsReached or ErrorIds.ContactEndedBefore => ErrorCategory.OperationStopped,
        ErrorIds.AccessDenied => ErrorCategory.PermissionDenied,
        ErrorIds.CredentialsExpired or ErrorIds.CredentialsRejected or ErrorIds.CredentialsNotFound => ErrorCategory.AuthenticationError,
        ErrorIds.EndpointUnreachable or ErrorIds.EndpointNotConnect => ErrorCategory.ConnectionError,
        ErrorIds.QuotaFull or ErrorIds.Throttled => ErrorCategory.LimitsExceeded,
        ErrorIds.ResourceNotFound or ErrorIds.InstanceNotFound or ErrorIds.InstanceAmbiguous or ErrorIds.FlowNotFound or ErrorIds.FlowAmbiguous
            or ErrorIds.PhoneNumberNotFound or ErrorIds.PhoneNumberAmbiguous or ErrorIds.TemplateNotFound or ErrorIds.KnowledgeBaseNotFound
            or ErrorIds.ContactNotFound or ErrorIds.RunNotFound
            or ErrorIds.SandboxNotFound or ErrorIds.ReportFolderNotFound => ErrorCategory.ObjectNotFound,
        ErrorIds.TemplateForOtherChannel => ErrorCategory.InvalidType,
        ErrorIds.JournalNotFound or ErrorIds.JournalNewer or ErrorIds.JournalCorrupt or ErrorIds.JournalReadOnly or ErrorIds.JournalBusy
            or ErrorIds.JournalFailed or ErrorIds.ResourcesUnavailable or ErrorIds.TemplatesUnavailable or ErrorIds.ContactUnavailable
            or ErrorIds.SandboxNotStarted => ErrorCategory.ResourceUnavailable,
        ErrorIds.ReportNotWritten => ErrorCategory.WriteError,
        ErrorIds.ReportExists or ErrorIds.AnotherCopyLoaded => ErrorCategory.ResourceExists,
        ErrorIds.InternalError => ErrorCategory.NotSpecified,
        // Arguments and settings, such as RegionMissing, ProfileNotFound and all that end in Invalid.
        _ => ErrorCategory.InvalidArgument,
    };

    /// <summary>Returns the category of an error that stopped a run: something that was unavailable then is a run that stopped.</summary>
    /// <param name="id">An id of <see cref="ErrorIds"/>.</param>
    /// <returns>The category.</returns>
    public static ErrorCategory FindForRun(string id) => Find(id) is ErrorCategory.ResourceUnavailable ? ErrorCategory.OperationStopped : Find(id);
}
