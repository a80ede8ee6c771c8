using System.Management.Automation;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Runs;
using ConnectOutbound.Engine.Contacts;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Journal.Sqlite;

namespace ConnectOutbound.Commands.Contacts;

/// <summary>Asks what became of contacts after the send (DescribeContact): one state or one error for each.</summary>
[Cmdlet(VerbsCommon.Get, "ConnectOutboundContact", DefaultParameterSetName = InputSet)]
[OutputType(typeof(OutboundContactState), typeof(PSObject))]
public sealed class GetConnectOutboundContactCommand : ContactCmdlet<OutboundContactState>
{
    private const string RunSet = "Run";

    // The contacts of the journal that are under way, by what they were given as.
    private readonly Dictionary<object, JournalEntry> _entries = new(ReferenceEqualityComparer.Instance);
    private RunStates? _run;

    /// <summary>A named run: reads the states of its contacts and writes them into the journal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RunSet)]
    [ValidateNotNullOrEmpty]
    public string? RunName { get; set; }

    /// <summary>The journal's file; the one in the user's data folder by default.</summary>
    [Parameter(ParameterSetName = RunSet)]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Emits the input objects with ConnectState, ConnectDisconnectReason and ConnectDisconnectedAt added.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Activity => "Asking for outbound contacts";

    private protected override string WhatBecameOfSkipped => PassThru ? "they came out as they are" : base.WhatBecameOfSkipped;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RunName is null)
            base.ProcessRecord();
        else
            ProcessRun(RunName);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        Journaled(run => run.Flush());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // What is known when somebody has had enough is known for good. If it cannot be written, it can be asked for again.
            Try(() => _run?.Flush());
            _run = null;
        }

        base.Dispose(disposing);
    }

    private protected override Task<OutboundContactState> CallAsync(ContactReference contact, CancellationToken cancellationToken) =>
        Directory.DescribeAsync(contact, cancellationToken);

    private protected override void OnUnasked(object? input, string? contactId)
    {
        if (PassThru)
            WriteObject(PassThruObject.Create(input, contactId, (OutboundContactState?)null));
    }

    private protected override void Emit(ContactAnswer<OutboundContactState> answer)
    {
        ContactReference contact = answer.Contact;
        OutboundContactState? state = answer.Value ?? (answer.Error?.Id == ErrorIds.ContactNotFound ? NotFound(contact) : null);
        if (contact.Input is not null && _entries.Remove(contact.Input, out JournalEntry? entry) && state is not null)
            Journaled(run => run.Keep(entry, state));
        if (PassThru && answer.Error is not { Scope: ErrorScope.Run })
            WriteObject(PassThruObject.Create(contact.Input, contact.ContactId, state));
        else if (!PassThru && answer.Value is not null)
            WriteObject(answer.Value);
        if (answer.Error is not null)
            Report(contact, answer.Error);
    }

    private static OutboundContactState NotFound(ContactReference contact) =>
        new(contact.Input) { ContactId = contact.ContactId, InstanceId = contact.InstanceId, State = OutboundContactStage.NotFound };

    private void ProcessRun(string name) => Guarded(() =>
    {
        string path = JournalPath is null ? SqliteJournal.DefaultPath() : GetUnresolvedProviderPathFromPSPath(JournalPath);
        SqliteJournal? journal = File.Exists(path) ? SqliteJournal.Open(path, TimeProvider.System, create: false) : null;
        if (RunNames.FindOne(journal?.Runs() ?? [], name) is not RunSummary found)
        {
            WriteError(ErrorRecords.RunNotFound(name));
            return;
        }

        _run = new RunStates(journal!, found.Name);
        foreach (JournalEntry entry in _run.Started())
            ProcessEntry(entry, found.Name);
    });

    private void ProcessEntry(JournalEntry entry, string run)
    {
        if (Stopped.IsCancellationRequested)
            throw new PipelineStoppedException();
        OutboundContact contact = JournaledContact.Of(entry, run);
        // Disconnected is for good: the journal knows it as well as the service.
        if (entry.State is { State: OutboundContactStage.Disconnected } known)
        {
            WriteVerbose($"Contact {known.ContactId} is disconnected, as the journal knows: it is not asked for again.");
            WriteObject(PassThru ? PassThruObject.Create(contact, known.ContactId, known) : known);
            return;
        }

        try
        {
            var asked = ContactReference.Create(entry.ContactId!, entry.Identity.InstanceId, contact);
            _entries[contact] = entry;
            Submit(asked);
        }
        catch (OutboundException e)
        {
            WriteError(ErrorRecords.From(e, contact, $"Row {entry.RowNumber}"));
        }
    }

    private void Journaled(Action<RunStates> write)
    {
        if (_run is RunStates run)
            Guarded(() => write(run));
    }
}
