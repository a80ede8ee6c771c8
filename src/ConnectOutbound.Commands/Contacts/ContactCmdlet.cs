using System.Globalization;
using System.Management.Automation;
using ConnectOutbound.Commands.Completion;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Rows;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Sending.Pacing;
using ConnectOutbound.Engine.Service;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>A cmdlet about contacts that exist: finds them in its input, does one thing with each, several at a time, and writes what comes of it.</summary>
/// <typeparam name="T">What comes of a contact.</typeparam>
public abstract class ContactCmdlet<T> : ConnectionCmdlet
{
    private protected const string InputSet = "Input";
    private protected const string IdSet = "Id";

    private const int MostAtOnce = 64;

    // A service that fails for so many contacts in a row fails for all.
    private const int MostFailures = 10;

    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    private readonly ContactProgress _progress = new(TimeProvider.System);
    private ContactDirectory? _directory;
    private ContactInstances? _instances;
    private BoundedWorker<ContactReference, ContactAnswer<T>>? _worker;
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

    /// <summary>How many contacts have gone in.</summary>
    private protected long Submitted { get; private set; }

    /// <summary>How many of them have come out.</summary>
    private protected long Answered { get; private set; }

    /// <summary>How many contacts may be under way; what is asked for at the same time is <see cref="ThrottleLimit"/> in any case.</summary>
    private protected virtual int Capacity => ThrottleLimit;

    /// <summary>What the progress display says.</summary>
    private protected abstract string Activity { get; }

    /// <summary>The state that the progress display says.</summary>
    private protected virtual string Status => $"{Answered} contacts; {_worker!.Outstanding} under way";

    /// <summary>How much is done; -1 if that is not known.</summary>
    private protected virtual int Percent => -1;

    private protected virtual string WhatBecameOfSkipped => "they were left out";

    /// <inheritdoc/>
    protected override void BeginProcessing() => Guarded(() =>
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
            InstanceId = IdOf(InstanceId, nameof(InstanceId));
        _worker = ContactWorker.Create<T>(CallAsync, Capacity);
    });

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            foreach (string id in ContactId)
                Add(id, null, null);
            return;
        }

        if (!RowEntries.IsList(InputObject?.BaseObject))
        {
            Add(InputObject);
            return;
        }

        using var items = new GuardedItems(LanguagePrimitives.GetEnumerable(InputObject)!);
        while (items.MoveNext())
            Add(items.Current is null ? null : PSObject.AsPSObject(items.Current));
        if (items.Error is not null)
            Add(null);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        while (_worker!.Outstanding > 0)
            TakeOne(s_look);
        if (_progress.End() is ProgressRecord done)
            WriteProgress(done);
        if (_directory!.UnreadableTime is string time)
            WriteWarning($"The service answered a time that cannot be read ({time}). Such times are left empty.");
        if (_skipped > 0)
            WriteWarning($"{_skipped} of {_read} input objects have no contact: {WhatBecameOfSkipped}. -Verbose names them.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // PowerShell has no asynchronous end; what is under way is cancelled.
            Try(() => _worker?.StopAsync());
            Try(() => _directory?.Dispose());
            Try(() => _instances?.Dispose());
        }

        base.Dispose(disposing);
    }

    // The contacts of a run have their instance in the journal.
    private protected override bool Uses(DefaultName name) =>
        base.Uses(name) || name == DefaultName.ThrottleLimit || (name == DefaultName.InstanceId && ParameterSetName is InputSet or IdSet);

    /// <summary>Does what the cmdlet is for with a contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What comes of it.</returns>
    private protected abstract Task<T> CallAsync(ContactReference contact, CancellationToken cancellationToken);

    /// <summary>Writes what came of a contact.</summary>
    /// <param name="answer">The answer.</param>
    private protected abstract void Emit(ContactAnswer<T> answer);

    /// <summary>Called with an input object that has no contact, or none that can be asked for.</summary>
    /// <param name="input">The object.</param>
    /// <param name="contactId">The contact that it names, if it names one.</param>
    private protected virtual void OnUnasked(object? input, string? contactId)
    {
    }

    /// <summary>Gives a contact in, and writes what is ready.</summary>
    /// <param name="contact">The contact.</param>
    private protected virtual void Submit(ContactReference contact)
    {
        while (!_worker!.HasRoom)
            TakeOne(s_look);
        Submitted++;
        _worker.Submit(contact);
        while (TakeOne(TimeSpan.Zero))
        {
        }
    }

    /// <summary>Writes an error; one that holds for all contacts ends the command.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="error">The error.</param>
    private protected void Report(ContactReference contact, OutboundException error)
    {
        if (error.Scope == ErrorScope.Run || (error.IsTransient && ++_failures >= MostFailures))
            ThrowTerminatingError(ErrorRecords.From(error));
        if (!error.IsTransient)
            _failures = 0;
        WriteError(ErrorRecords.From(error, contact.Input ?? contact.ContactId, contact.ContactId));
    }

    private bool TakeOne(TimeSpan wait)
    {
        ContactAnswer<T>? answer = Guarded(() => _worker!.TryTake(wait, Stopped, out ContactAnswer<T>? taken) ? taken : null);
        if (answer is not null)
        {
            Answered++;
            if (answer.Error is null)
                _failures = 0;
            Emit(answer);
        }

        if (_progress.Next(Activity, () => Status, Percent) is ProgressRecord record)
            WriteProgress(record);
        return answer is not null;
    }

    private string IdOf(string instance, string? parameter)
    {
        try
        {
            (string id, bool isNew) = Wait(_instances!.FindAsync(instance, Stopped).AsTask());
            if (isNew)
                WriteVerbose($"InstanceId {DisplayText.Quoted(instance)} is {id}.");
            return id;
        }
        catch (OutboundException e) when (parameter is not null)
        {
            throw e.OfParameter(parameter);
        }
    }

    private void Add(PSObject? input)
    {
        (string? contactId, string? instanceId) = InputContact.Read(input);
        if (contactId is not null)
        {
            Add(contactId, instanceId, input);
            return;
        }

        _read++;
        _skipped++;
        WriteVerbose($"Input object {_read} has no contact id: nothing is asked for it.");
        OnUnasked(input, null);
    }

    private void Add(string contactId, string? instanceId, PSObject? input)
    {
        _read++;
        if (Guarded(() => Reference(contactId, instanceId, input)) is ContactReference contact)
            Submit(contact);
    }

    // Null for a contact that cannot be asked for: its error is written.
    private ContactReference? Reference(string contactId, string? instanceId, PSObject? input)
    {
        try
        {
            string? instance = instanceId ?? InstanceId ?? DefaultOf(DefaultName.InstanceId);
            if (instance is not null && ContactReference.WantsInstance(contactId))
                instance = IdOf(instance, instanceId is null ? nameof(InstanceId) : null);
            return ContactReference.Create(contactId, instance, input?.BaseObject is string or Guid ? null : input);
        }
        catch (OutboundException e) when (e.Scope == ErrorScope.One && e.Parameter is null)
        {
            OnUnasked(input, contactId);
            WriteError(ErrorRecords.From(e, input ?? (object)contactId, $"Input object {_read}"));
            return null;
        }
    }
}
