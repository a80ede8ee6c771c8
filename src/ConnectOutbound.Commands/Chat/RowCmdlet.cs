using System.Collections.Concurrent;
using System.Management.Automation;
using ConnectOutbound.Commands.Defaults;
using ConnectOutbound.Commands.Output;
using ConnectOutbound.Commands.Parameters;
using ConnectOutbound.Commands.Rows;
using ConnectOutbound.Commands.Sandboxes;
using ConnectOutbound.Engine.Catalog;
using ConnectOutbound.Engine.Errors;
using ConnectOutbound.Engine.Input;
using ConnectOutbound.Engine.Runs;
using ConnectOutbound.Engine.Templates;
using ConnectOutbound.Engine.Validation;

namespace ConnectOutbound.Commands.Chat;

/// <summary>The way from a pipeline object to a checked row: names become ids, templates are looked at.</summary>
public abstract class RowCmdlet : RateCmdlet
{
    private readonly PipelineRows _rows;
    // Told by another thread, written by the pipeline's.
    private readonly List<string> _found = [];
    private readonly ConcurrentQueue<string> _warnings = new();
    private RowReader? _reader;
    private MappingOptions? _options;
    private BackgroundRowChecker? _ahead;
    private bool _aheadEnded;
    private bool _namesChecked;
    private TemplateDirectory? _templates;
    private FieldNameResolver? _names;
    private TemplateCheck? _templateCheck;

    /// <summary>Creates the cmdlet.</summary>
    protected RowCmdlet() => _rows = new PipelineRows(() => CsvSource.Of(this));

    /// <summary>How long one answer may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>Whether -Verbose is on: text for it is built only then.</summary>
    protected bool IsVerbose { get; private set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        IsVerbose = MyInvocation.BoundParameters.TryGetValue("Verbose", out object? verbose)
            ? ((SwitchParameter)verbose).IsPresent
            : LanguagePrimitives.TryConvertTo(SessionState.PSVariable.GetValue("VerbosePreference"), out ActionPreference preference)
                && preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!MyInvocation.ExpectingInput)
        {
            foreach (Row argument in _rows.ReadArgument(InputObject, MyInvocation.BoundParameters.ContainsKey(nameof(InputObject))))
                Process(Checked(argument));
            return;
        }

        Row row = _rows.ReadPiped(InputObject);
        // A file does not pause, so its rows may wait for those after them.
        if (_ahead is null && !_aheadEnded && _rows.AreOfFile)
            _ahead = new BackgroundRowChecker(TryCheck);
        if (_ahead is null)
            Process(Checked(row));
        else
            Process(Done(_ahead.AddAsync(row)));
    }

    /// <summary>Takes the rows that are still being checked. To be called first.</summary>
    protected override void EndProcessing()
    {
        if (_ahead is not null)
            Process(Done(_ahead.RestAsync()));
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
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    private protected TemplateDirectory Templates() =>
        _templates ??= TemplateDirectory.Open(SandboxRegistry.WithCredentials(ConnectionSettings()), TimeSpan.FromSeconds(TimeoutSec));

    /// <summary>Templates cannot be read at all, so no row can be checked.</summary>
    /// <param name="fault">Why.</param>
    private protected virtual void OnTemplatesUnavailable(OutboundException fault) => ThrowTerminatingError(ErrorRecords.From(fault));

    /// <summary>Instances, flows or numbers cannot be read at all, so no name can be looked up.</summary>
    /// <param name="fault">Why.</param>
    private protected virtual void OnResourcesUnavailable(OutboundException fault) => ThrowTerminatingError(ErrorRecords.From(fault));

    /// <summary>Whether rows are still to be checked.</summary>
    private protected virtual bool IsStopped => false;

    /// <summary>Whether rows are to be sent, for which each needs an idempotency token.</summary>
    private protected abstract bool NeedsTokens { get; }

    /// <summary>Does what the cmdlet is for with a row.</summary>
    /// <param name="row">The row, read and checked.</param>
    protected abstract void Process(CheckedRow row);

    /// <summary>Says how rows are read, and looks up the names that hold for all of them.</summary>
    /// <param name="runName">The run's name.</param>
    /// <param name="keyColumn">The column of the key.</param>
    /// <exception cref="OutboundException">An argument is wrong.</exception>
    /// <exception cref="OutboundException">The settings are wrong.</exception>
    private protected void PrepareRows(string? runName, string? keyColumn)
    {
        _names = new FieldNameResolver(
            () => ResourceDirectory.Open(SandboxRegistry.WithCredentials(ConnectionSettings()), TimeSpan.FromSeconds(TimeoutSec)),
            (field, name, id) => _found.Add($"{field} '{name}' is {id}."),
            Stopped);
        Dictionary<ContactField, object> arguments = Named(new Dictionary<ContactField, object>(ArgumentReader.Read(MyInvocation.BoundParameters)));
        _options = new MappingOptions
        {
            Arguments = arguments,
            // Their names are looked up with the first row: rows may have all that they need.
            Defaults = DefaultFields.Of(Defaults, arguments),
            ColumnMap = ArgumentReader.ColumnMap(ColumnMap),
            AttributeColumns = AttributeColumn ?? [],
            KeyColumn = keyColumn,
            DefaultCountry = DefaultCountry,
            AllowFreeText = AllowFreeText,
            ReadsTimeZone = QuietHours is not null,
            Warn = _warnings.Enqueue,
        };
        if (IsVerbose)
            _found.ForEach(found => WriteVerbose(PhoneMask.MaskAll(found)));
        _reader = new RowReader(_options, runName, NeedsTokens);
        if (CheckTemplate)
            _templateCheck = new TemplateCheck(Templates());
    }

    // Beside the pipeline's thread nothing is looked up and nothing is written.
    private CheckedRow? TryCheck(Row row)
    {
        ContactDraft draft = _reader!.Map(row);
        return NameResolver.AreIn(draft) ? null : _reader.Check(draft);
    }

    private static CheckedBatch Done(ValueTask<CheckedBatch> batch) => batch.IsCompletedSuccessfully ? batch.Result : Wait(batch.AsTask());

    private void Process(CheckedBatch batch)
    {
        SayWarnings();
        foreach (CheckedRow row in batch.Checked)
            Process(WithTemplate(row));
        if (batch.Left.Count == 0)
            return;
        (_ahead, _aheadEnded) = (null, true);
        foreach (Row row in batch.Left)
            Process(Checked(row));
    }

    private CheckedRow Checked(Row read)
    {
        ContactDraft draft = _reader!.Map(read);
        SayWarnings();
        return WithTemplate(_reader.Check(WithIds(draft)));
    }

    private void SayWarnings()
    {
        while (_warnings.TryDequeue(out string? warning))
            WriteWarning(PhoneMask.MaskAll(warning));
    }

    private CheckedRow WithTemplate(CheckedRow row)
    {
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
        catch (OutboundException e)
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
                    WriteVerbose(PhoneMask.MaskAll($"{found} '{name}' is {id}."));
            }

            first = false;
            ValueTask<ContactDraft> resolved = _names!.ResolveAsync(draft);
            return resolved.IsCompletedSuccessfully ? resolved.Result : Wait(resolved.AsTask());
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (OutboundException e) when (first && e.Scope == ErrorScope.One)
        {
            // An argument or a default is wrong: nothing has been sent.
            ThrowTerminatingError(ErrorRecords.OfParameter(e, field.ToString()));
        }
        catch (OutboundException e)
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
        catch (OutboundException e)
        {
            ThrowTerminatingError(ErrorRecords.OfParameter(e, field.ToString()));
            return given;
        }
    }
}
