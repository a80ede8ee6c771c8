using System.Management.Automation;
using ConnectOutbound.Commands.Defaults;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Parameters;
using ConnectOutbound.Commands.Resources;
using ConnectOutbound.Commands.Rows;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Connection;
using ConnectOutbound.Engine.Defaults;
using ConnectOutbound.Engine.Gates;
using ConnectOutbound.Engine.Journal;
using ConnectOutbound.Engine.Mapping;
using ConnectOutbound.Engine.Resources;
using ConnectOutbound.Engine.Rows;
using ConnectOutbound.Engine.Running;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Commands;

/// <summary>What sending and planning have in common: how a run runs, and the way from a pipeline object to a checked row.</summary>
public abstract class RunCmdlet : RateCmdlet
{
    private readonly PipelineRows _rows;
    // Told by another thread, written by the pipeline's.
    private readonly List<string> _found = [];
    private RowReader? _reader;
    private MappingOptions? _options;
    private bool _namesChecked;
    private TemplateDirectory? _templates;
    private NamedResources? _names;
    private TemplateCheck? _templateCheck;
    private GateOptions _gates = new();

    /// <summary>Creates the cmdlet.</summary>
    protected RunCmdlet() => _rows = new PipelineRows(() => CsvSource.IsUpstreamOf(this));

    /// <summary>The run's name: one contact for each destination in a run, however often it is repeated.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RunName { get; set; }

    /// <summary>The column that tells several contacts with one destination apart.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyColumn { get; set; }

    /// <summary>The journal's file; the one in the user's data folder by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>How many attempts a row has.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How long a full quota of concurrent chats is waited for: a TimeSpan, or minutes.</summary>
    [Parameter]
    [WaitTransformation]
    public TimeSpan QuotaWait { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>After how many rows that could not be sent the run stops; 0 for never.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaxErrors { get; set; }

    /// <summary>How long one answer may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>How many rows there are, for the progress display.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long TotalCount { get; set; }

    /// <summary>Emits the input objects with ConnectStatus, ConnectContactId and ConnectReason added.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whether -Verbose is on: text for it is built only then.</summary>
    protected bool IsVerbose { get; private set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        IsVerbose = MyInvocation.BoundParameters.TryGetValue("Verbose", out object? verbose)
            ? ((SwitchParameter)verbose).IsPresent
            : LanguagePrimitives.TryConvertTo(SessionState.PSVariable.GetValue("VerbosePreference"), out ActionPreference preference)
                && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
        try
        {
            RunRules.Check(RunName, KeyColumn, JournalPath, ClientToken, DuplicateAction);
            TakeDefaultRate();
            if (IsVerbose)
                SayDefaults();
            _gates = ReadGates();
            _names = new NamedResources(
                () => ResourceDirectory.Open(SandboxRegistry.WithCredentials(ConnectionSettings()), TimeSpan.FromSeconds(TimeoutSec)),
                (field, name, id) => _found.Add($"{field} '{name}' is {id}."),
                Stopped);
            Dictionary<ContactField, object> arguments = Named(new Dictionary<ContactField, object>(ArgumentReader.Read(MyInvocation.BoundParameters)));
            var options = new MappingOptions
            {
                Arguments = arguments,
                // Their names are looked up with the first row: rows may have all that they need.
                Defaults = DefaultFields.Of(Defaults, arguments),
                ColumnMap = ArgumentReader.ColumnMap(ColumnMap),
                AttributeColumns = AttributeColumn ?? [],
                KeyColumn = KeyColumn,
                DefaultCountry = DefaultCountry,
                AllowFreeText = AllowFreeText,
                ReadsTimeZone = QuietHours is not null,
                Warn = text => WriteWarning(Shown.WithNumbersMasked(text)),
            };
            if (IsVerbose)
                _found.ForEach(found => WriteVerbose(Shown.WithNumbersMasked(found)));
            _options = options;
            _reader = new RowReader(options, RunName, NeedsTokens);
            if (CheckTemplate)
                _templateCheck = new TemplateCheck(Templates());
        }
        catch (ConnectionException e)
        {
            ThrowTerminatingError(ErrorRecords.BadConnection(e));
        }
        catch (MappingException e)
        {
            ThrowTerminatingError(ErrorRecords.BadArgument(e));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput)
        {
            Process(Checked(_rows.ReadPiped(InputObject)));
            return;
        }

        foreach (Row row in _rows.ReadArgument(InputObject, MyInvocation.BoundParameters.ContainsKey(nameof(InputObject))))
            Process(Checked(row));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _templates?.Dispose();
            _names?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The templates of the account; nothing is asked for yet.</summary>
    /// <returns>The directory.</returns>
    /// <exception cref="ConnectionException">The settings are wrong.</exception>
    private protected TemplateDirectory Templates() =>
        _templates ??= TemplateDirectory.Open(SandboxRegistry.WithCredentials(ConnectionSettings()), TimeSpan.FromSeconds(TimeoutSec));

    /// <summary>Templates cannot be read at all, so no row can be checked.</summary>
    /// <param name="fault">Why.</param>
    private protected virtual void OnTemplatesUnavailable(TemplateException fault) => ThrowTerminatingError(ErrorRecords.OfTemplates(fault, null));

    /// <summary>Instances, flows or numbers cannot be read at all, so no name can be looked up.</summary>
    /// <param name="fault">Why.</param>
    private protected virtual void OnResourcesUnavailable(ResourceException fault) => ThrowTerminatingError(ErrorRecords.OfResources(fault, null));

    /// <summary>Whether rows are still to be checked.</summary>
    private protected virtual bool IsStopped => false;

    /// <summary>Whether rows are to be sent, for which each needs an idempotency token.</summary>
    private protected abstract bool NeedsTokens { get; }

    /// <summary>Gates for one pass over the rows: they remember what went through.</summary>
    /// <returns>The gates.</returns>
    private protected RowGates NewGates() => new(_gates, TimeProvider.System);

    /// <summary>Does what the cmdlet is for with a row.</summary>
    /// <param name="row">The row, read and checked.</param>
    protected abstract void Process(CheckedRow row);

    /// <summary>Opens the journal of a named run.</summary>
    /// <param name="create">Whether to make one where there is none.</param>
    /// <returns>The run's journal; null for a run without a name, and where there is none and none is to be made.</returns>
    private protected IRunJournal? OpenJournal(bool create)
    {
        if (RunName is null)
            return null;
        try
        {
            string path = JournalPath is null ? SqliteJournal.DefaultPath() : GetUnresolvedProviderPathFromPSPath(JournalPath);
            if (!create && !File.Exists(path))
                return null;
            SqliteJournal file = SqliteJournal.Open(path, TimeProvider.System);
            // A dry run leaves no trace: where the run is not known there is nothing to ask.
            if (!create && !file.Runs().Any(run => ContactIdentity.Normalized(run.Name) == ContactIdentity.Normalized(RunName)))
                return null;
            SqliteRunJournal journal = file.OpenRun(RunName);
            if (IsVerbose)
                WriteVerbose($"Run '{journal.RunName}', journal '{path}'.");
            return journal;
        }
        catch (JournalException e)
        {
            ThrowTerminatingError(ErrorRecords.BadJournal(e));
            return null;
        }
    }

    private protected override bool Uses(DefaultName name) => name is not (DefaultName.Region or DefaultName.ProfileName) || base.Uses(name);

    private CheckedRow Checked(Row read)
    {
        CheckedRow row = _reader!.Check(WithIds(_reader.Map(read)));
        if (_templateCheck is null || !row.IsValid || IsStopped)
            return row;
        try
        {
            ValueTask<CheckedRow> check = _templateCheck.CheckAsync(row, Stopped);
            return check.IsCompletedSuccessfully ? check.Result : Wait(check.AsTask());
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (TemplateException e)
        {
            OnTemplatesUnavailable(e);
            return row;
        }
    }

    // A row may name its instance, flow or number; ids, which are usual, cost nothing here.
    private ContactDraft WithIds(ContactDraft draft)
    {
        if (IsStopped)
            return draft;
        ContactField field = default;
        bool first = !_namesChecked && draft.Row.Unreadable is null;
        try
        {
            if (first)
            {
                _namesChecked = true;
                foreach ((ContactField found, string name, string id) in Wait(_names!.CheckAsync(draft, wanted => RowFields.IsFromRows(wanted, draft.Row.Columns, _options!), failed => field = failed)))
                    WriteVerbose(Shown.WithNumbersMasked($"{found} '{name}' is {id}."));
            }

            first = false;
            ValueTask<ContactDraft> resolved = _names!.ResolveAsync(draft);
            return resolved.IsCompletedSuccessfully ? resolved.Result : Wait(resolved.AsTask());
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (ConnectionException e)
        {
            ThrowTerminatingError(ErrorRecords.BadConnection(e));
        }
        catch (ResourceException e) when (first && e.IsOfOneResource)
        {
            // An argument or a default is wrong: nothing has been sent.
            ThrowTerminatingError(ErrorRecords.OfResources(e, field.ToString()));
        }
        catch (ResourceException e)
        {
            OnResourcesUnavailable(e);
        }

        return draft;
    }

    // Where the instance is an argument, too, what holds for every row is looked up before the first is read: a wrong name stops the run then and there.
    private Dictionary<ContactField, object> Named(Dictionary<ContactField, object> given)
    {
        ContactField field = default;
        try
        {
            return Wait(_names!.ResolveAsync(given, MyInvocation.BoundParameters.ContainsKey(nameof(Channel)) ? Channel : null, failed => field = failed));
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (ResourceException e)
        {
            ThrowTerminatingError(ErrorRecords.OfResources(e, field.ToString()));
            return given;
        }
    }
}
