using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>What cmdlets about contacts that exist have in common: which contacts, and where.</summary>
public abstract class ContactLookupCmdlet : ConnectionCmdlet
{
    private protected const string InputSet = "Input";
    private protected const string IdSet = "Id";

    private const int MostAtOnce = 64;

    // A service that fails for so many contacts in a row fails for all.
    private const int MostFailures = 10;

    private ContactDirectory? _directory;
    private ContactInstances? _instances;
    private long _skipped;
    private long _read;
    private int _failures;

    /// <summary>Results of Start-ConnectOutboundChat, live or read from a file; anything with a ContactId; or ids.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Contacts, by id or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet)]
    [ValidateNotNullOrEmpty]
    public string[] ContactId { get; set; } = [];

    /// <summary>The instance, by id, ARN or alias, of contacts that do not say it themselves.</summary>
    [Parameter(ParameterSetName = InputSet)]
    [Parameter(ParameterSetName = IdSet)]
    [Alias("Instance", "InstanceArn")]
    [ArgumentCompleter(typeof(InstanceCompleter))]
    [ValidateNotNullOrEmpty]
    public string? InstanceId { get; set; }

    /// <summary>How many contacts may be asked for at the same time.</summary>
    [Parameter]
    [ValidateRange(1, MostAtOnce)]
    public int ThrottleLimit { get; set; } = 8;

    /// <summary>How long one answer may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>The contacts of the account.</summary>
    private protected ContactDirectory Directory => _directory!;

    private protected ContactProgress Progress { get; } = new(TimeProvider.System);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            ConnectionSettings settings = ConnectionSettings();
            if (!MyInvocation.BoundParameters.ContainsKey(nameof(ThrottleLimit)) && DefaultOf(DefaultName.ThrottleLimit) is string limit)
                ThrottleLimit = Math.Min(int.Parse(limit, CultureInfo.InvariantCulture), MostAtOnce);
            SayDefaults();
            _directory = ContactDirectory.Open(SandboxRegistry.WithCredentials(settings), ThrottleLimit, TimeSpan.FromSeconds(TimeoutSec));
            WriteVerbose($"{settings}; signing for {_directory.Region}, sending to {_directory.Endpoint}.");
            _instances = new ContactInstances(() => ResourceDirectory.Open(SandboxRegistry.WithCredentials(settings), TimeSpan.FromSeconds(TimeoutSec)));
            // What holds for every contact is looked up before the first is read.
            if (InstanceId is not null)
                InstanceId = IdOf(InstanceId);
        }
        catch (ConnectionException e)
        {
            ThrowTerminatingError(ErrorRecords.BadConnection(e));
        }
        catch (ResourceException e)
        {
            ThrowTerminatingError(ErrorRecords.OfResources(e, nameof(InstanceId)));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            foreach (string id in ContactId)
                Take(id, null, null);
            return;
        }

        if (InputObject?.BaseObject is not (string or IDictionary) && LanguagePrimitives.GetEnumerable(InputObject) is IEnumerable list)
        {
            foreach (object? item in list)
                Take(item is null ? null : PSObject.AsPSObject(item));
        }
        else
        {
            Take(InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Progress.End() is ProgressRecord done)
            WriteProgress(done);
        if (_directory?.UnreadableTime is string time)
            WriteWarning($"The service answered a time that cannot be read ({time}). Such times are left empty.");
        if (_skipped > 0)
            WriteWarning($"{_skipped} of {_read} input objects have no contact: {WhatBecameOfSkipped}. -Verbose names them.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _directory?.Dispose();
            _instances?.Dispose();
        }

        base.Dispose(disposing);
    }

    // The contacts of a run have their instance in the journal.
    private protected override bool Uses(DefaultName name) => base.Uses(name) || name == DefaultName.ThrottleLimit || (name == DefaultName.InstanceId && ParameterSetName is InputSet or IdSet);

    private protected virtual string WhatBecameOfSkipped => "they were left out";

    /// <summary>Does what the cmdlet is for with a contact.</summary>
    /// <param name="contact">The contact.</param>
    private protected abstract void Process(ContactReference contact);

    /// <summary>There is no contact in an input object, or none that can be asked for.</summary>
    /// <param name="input">The object; null for an id.</param>
    /// <param name="contactId">What stands for a contact's id in it.</param>
    private protected virtual void OnUnasked(object? input, string? contactId)
    {
    }

    /// <summary>Writes an error; one that holds for all contacts ends the command.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="error">What happened.</param>
    private protected void Report(ContactReference contact, ContactException error)
    {
        if (!error.IsOfOneContact || (error.IsTransient && ++_failures >= MostFailures))
            ThrowTerminatingError(ErrorRecords.OfContacts(error, null, null));
        if (!error.IsTransient)
            _failures = 0;
        WriteError(ErrorRecords.OfContacts(error, contact.Input ?? contact.ContactId, contact.ContactId));
    }

    /// <summary>The service has answered.</summary>
    private protected void Answered() => _failures = 0;

    /// <summary>Waits on the pipeline's thread; Ctrl+C ends the pipeline, not with an error.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="take">Waits with <see cref="OutboundCmdlet.Stopped"/>.</param>
    /// <returns>Its result.</returns>
    private protected T Guarded<T>(Func<T> take)
    {
        try
        {
            return take();
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Shows how far it is, at most five times a second.</summary>
    /// <param name="activity">What is done.</param>
    /// <param name="status">How far.</param>
    /// <param name="percent">In percent; negative where it is not known.</param>
    private protected void Show(string activity, Func<string> status, int percent = -1)
    {
        if (Progress.Next(activity, status, percent) is ProgressRecord record)
            WriteProgress(record);
    }

    private string IdOf(string instance)
    {
        (string id, bool isNew) = Guarded(() => Wait(_instances!.FindAsync(instance, Stopped).AsTask()));
        if (isNew)
            WriteVerbose($"InstanceId {DisplayText.Quoted(instance)} is {id}.");
        return id;
    }

    private void Take(PSObject? input)
    {
        (string? contactId, string? instanceId) = InputContact.Read(input);
        if (contactId is not null)
        {
            Take(contactId, instanceId, input);
            return;
        }

        _read++;
        _skipped++;
        WriteVerbose($"Input object {_read} has no contact id: nothing is asked for it.");
        OnUnasked(input, null);
    }

    private void Take(string contactId, string? instanceId, PSObject? input)
    {
        _read++;
        ContactReference contact;
        try
        {
            string? instance = instanceId ?? InstanceId ?? DefaultOf(DefaultName.InstanceId);
            if (instance is not null && ContactReference.WantsInstance(contactId))
                instance = IdOf(instance);
            contact = ContactReference.Of(contactId, instance, input?.BaseObject is string or Guid ? null : input);
        }
        catch (ContactException e)
        {
            OnUnasked(input, contactId);
            WriteError(ErrorRecords.OfContacts(e, input ?? (object)contactId, $"Input object {_read}"));
            return;
        }
        catch (ResourceException e) when (e.IsOfOneResource && instanceId is not null)
        {
            OnUnasked(input, contactId);
            WriteError(ErrorRecords.OfContactInstance(e, input ?? (object)contactId, $"Input object {_read}"));
            return;
        }
        catch (ResourceException e)
        {
            ThrowTerminatingError(ErrorRecords.OfResources(e, instanceId is null ? nameof(InstanceId) : null));
            return;
        }

        Process(contact);
    }
}
